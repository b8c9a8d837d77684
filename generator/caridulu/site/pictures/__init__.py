"""Pictures that the build draws: the site's mark as icons, and previews of shared links."""
