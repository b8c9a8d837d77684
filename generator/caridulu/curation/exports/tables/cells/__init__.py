"""Cells that hold more, or less, than their own text -> rows with one question and answer each."""
