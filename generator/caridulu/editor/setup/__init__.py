"""The first form of all: an empty folder becomes the project of a new office."""
