@echo off
setlocal DisableDelayedExpansion
title Cari Dulu
chcp 65001 >nul
pushd "%~dp0"
if not exist program\versi.txt (
  echo Klik kanan berkas zip, pilih "Ekstrak Semua", lalu buka Mulai.bat dari folder hasilnya.
  pause
  exit /b 1
)
set /p VERSI=<program\versi.txt
rem Satu baris, sampai exit: berkas ini dapat diganti versi baru selagi penyunting berjalan.
("program\%VERSI%\python\python.exe" -X utf8 "program\%VERSI%\mulai.py" || pause) & exit /b
