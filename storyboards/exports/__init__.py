"""The shot list as a file: comma-separated values, and a workbook."""
