"""Registers whose columns would be misread, were it not for what their headers or states say."""
