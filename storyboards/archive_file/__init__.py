"""A storyboard as one file that imports again as it was; docs/archive-file.md describes it.

The same manifest, without a file around it, is what a storyboard is duplicated by and what a template holds.
"""

from storyboards.archive_file.checking import NotAnArchive, check
from storyboards.archive_file.manifest import Manifest, dump
from storyboards.archive_file.rows import Media, make_storyboard

__all__ = ["Manifest", "Media", "NotAnArchive", "check", "dump", "make_storyboard"]
