"""What must hold between entries, and between them and referrals."""
