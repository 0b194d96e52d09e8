"""Journeys of clients and administrators through the whole site, in a real browser."""
