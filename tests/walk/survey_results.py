"""What a wave of the survey found."""

from tests.walk.base import Row

# fmt: off
TABLE = [
    Row("GET survey.privacy.show", "house", "200"),
    Row("GET survey.results.show", "wave_with_results", "200"),
    Row("GET survey.results.show", "unpublished_results", "404 hr=200"),
    Row("GET survey.export.show", "wave_with_results", "403 hr=200"),
    Row("GET survey.export.show", "unpublished_results", "404 hr=200"),
    Row("GET survey.remarks.index", "wave_with_results", "403 hr=200"),
    Row("GET survey.remarks.index", "unpublished_results", "404 hr=200"),
    Row("GET survey.record.show", "wave_with_results", "200"),
    Row("GET survey.record.show", "unpublished_results", "404 hr=200"),
    Row("GET survey.groups.show", "group_with_results", "404 hr=200"),
]
# fmt: on
