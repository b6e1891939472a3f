"""How public pages are cached where a portal has plone.app.caching."""
