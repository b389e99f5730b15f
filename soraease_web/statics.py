"""How static files are stored: hashed names, so that browsers may keep them for a year."""

from whitenoise.storage import CompressedManifestStaticFilesStorage


class Storage(CompressedManifestStaticFilesStorage):
    # Imports are rewritten in our own modules alone: other packages ship modules whose imports cannot be followed.
    patterns = (
        *CompressedManifestStaticFilesStorage.patterns,
        ("js/*.js", CompressedManifestStaticFilesStorage._js_module_import_aggregation_patterns[1]),
    )
    # A module has its name from what it imports, so each pass names one more floor of modules that import modules.
    max_post_process_passes = 20
