"""Pictures and PDFs: uploaded, listed, shown, taken away."""
