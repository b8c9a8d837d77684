"""What each ``caridulu`` command does, by area; every module adds its own to the parser."""
