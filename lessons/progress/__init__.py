"""What the learner has done: in this session, and in the record on disk."""

from lessons.progress.cards import export_progress, forget_progress, show_record

__all__ = ["export_progress", "forget_progress", "show_record"]
