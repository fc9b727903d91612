"""A notebook that is opened another day: where its widgets were, their pictures stand."""

from typing import Any

from jupyter_server.services.contents.largefilemanager import AsyncLargeFileManager

WIDGET = "application/vnd.jupyter.widget-view+json"


class ReturningManager(AsyncLargeFileManager):
    """Files as JupyterLab keeps them; but a widget whose Python is gone gives way to its picture.

    Left alone, JupyterLab says "Error displaying widget: model not found" in its place. A page
    that is loaded anew while the notebook's Python runs finds its widgets alive.
    """

    async def get(self, path: str, *args: Any, **options: Any) -> dict[str, Any]:
        """Return the file; of a notebook that no Python runs for, without its dead widgets."""
        model: dict[str, Any] = await super().get(path, *args, **options)  # type: ignore[no-untyped-call]
        if model["type"] == "notebook" and model["content"] and not await self._runs(model["path"]):
            _show_pictures(model["content"])
        return model

    async def _runs(self, path: str) -> bool:
        server: Any = self.parent
        sessions = await server.session_manager.list_sessions()
        return path in [session["path"] for session in sessions]


def _show_pictures(notebook: dict[str, Any]) -> None:
    if "widgets" in notebook["metadata"]:  # saved with all they need to live
        return
    for cell in notebook["cells"]:
        for output in cell.get("outputs", []):
            data = output.get("data", {})
            if len(data) > 1:
                data.pop(WIDGET, None)
