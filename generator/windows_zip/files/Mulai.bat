@echo off
setlocal DisableDelayedExpansion
title Cari Dulu
chcp 65001 >nul
if not exist "%~dp0program\versi.txt" (
  echo Klik kanan berkas zip, pilih "Ekstrak Semua", lalu buka Mulai.bat dari folder hasilnya.
  pause
  exit /b 1
)
set "VERSI="
set /p VERSI=<"%~dp0program\versi.txt"
rem Satu baris, sampai exit: berkas ini dapat diganti versi baru selagi penyunting berjalan.
("%~dp0program\%VERSI%\python\python.exe" -X utf8 "%~dp0program\%VERSI%\mulai.py" || pause) & exit /b
