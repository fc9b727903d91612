"""JupyterLab's server, which says one thing when it listens: the address that opens the lessons."""

import logging

from jupyter_server.serverapp import ServerApp

IF_NOTHING_OPENS = "If your lessons don't open by themselves, copy this address into your browser:"


class AnnouncingServer(ServerApp):
    """A server as JupyterLab starts it, but its address is told once, alone on its line, last."""

    def start_app(self) -> None:
        """Start; what the log has to say of the address is left out."""
        self.log.addFilter(self._is_no_address)
        super().start_app()

    async def _post_start(self) -> None:
        """Tell the address: from now on somebody answers there."""
        await super()._post_start()  # type: ignore[no-untyped-call]
        print(f"{IF_NOTHING_OPENS}\n{self.local_url}", flush=True)

    def _is_no_address(self, record: logging.LogRecord) -> bool:
        return record.levelno < logging.CRITICAL or self.local_url not in record.getMessage()
