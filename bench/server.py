"""A site that is measured: what its processes cost in CPU."""

import http.client
import os
import time
from dataclasses import dataclass
from pathlib import Path

from tools.demo_site import Site

_TICKS = os.sysconf("SC_CLK_TCK")


@dataclass(frozen=True)
class Measured:
    """``count`` answers: per second of the clock, and CPU seconds of the server for one."""

    count: int
    seconds: float
    cpu_seconds: float

    @property
    def per_second(self) -> float:
        return self.count / self.seconds

    @property
    def cpu_per_answer(self) -> float:
        return self.cpu_seconds / self.count


class MeasuredSite(Site):
    """One worker, so that its CPU time is that of the answers."""

    def get(self, path: str) -> bytes:
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=30)
        connection.request("GET", path)
        response = connection.getresponse()
        body = response.read()
        connection.close()
        if response.status != 200:
            raise RuntimeError(f"{path}: {response.status}")
        return body

    def measure(self, path: str, count: int) -> Measured:
        """Ask ``count`` times, one after the other."""
        cpu, begin = self._cpu(), time.perf_counter()
        for _ in range(count):
            self.get(path)
        return Measured(count, time.perf_counter() - begin, self._cpu() - cpu)

    def _cpu(self) -> float:
        """CPU seconds of the workers so far."""
        seconds = 0.0
        for stat in Path("/proc").glob("[0-9]*/stat"):
            try:
                fields = stat.read_text().rsplit(")", 1)[1].split()
            except OSError:
                continue
            if int(fields[1]) == self.process.pid:
                seconds += (int(fields[11]) + int(fields[12])) / _TICKS
        return seconds
