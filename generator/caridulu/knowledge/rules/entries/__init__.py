"""What must hold within an entry, between entries, and between them and referrals."""
