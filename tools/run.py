"""``make run``: everything ``make setup`` does, the demo content once, then the whole site until Ctrl-C."""

import errno
import http.client
import os
import socket
import subprocess
from http import HTTPStatus
from pathlib import Path

from tools import database, packages, recognition
from tools.project import PYTHON, Problem, log_path, manage, run_as_command, say, var_dir
from tools.setup import Memory, prepare
from tools.supervise import Program, Supervisor

HOST = "127.0.0.1"


def port_from_environment() -> int:
    """``PORT``, 8000 when it is not set.

    Raises:
        Problem: it is no port number.
    """
    typed = os.environ.get("PORT") or "8000"
    if not typed.isascii() or not typed.isdigit() or not 0 < int(typed) < 65536:
        raise Problem(f"PORT={typed} không phải là số cổng; hãy chọn số từ 1024 đến 65535, ví dụ: make run PORT=8001.")
    return int(typed)


def require_free(port: int) -> None:
    """Nothing else listens on ``port``.

    Raises:
        Problem: something does, or this user may not use it.
    """
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((HOST, port))
            probe.listen()
        except PermissionError:
            raise Problem(
                f"Không có quyền mở cổng {port}; hãy chọn cổng từ 1024 trở lên: make run PORT=8001."
            ) from None
        except OSError as error:
            if error.errno != errno.EADDRINUSE:
                raise Problem(f"Không mở được cổng {port} ({error.strerror}).") from None
            raise Problem(
                f"Cổng {port} đang được chương trình khác dùng; hãy dừng chương trình ấy "
                f"hoặc chọn cổng khác: make run PORT={port + 1 if port < 65535 else 8000}."
            ) from None


def load_demo_once(path: Path | None) -> None:
    """Load the demo content the first time; what was interrupted is loaded again. ``DEMO=no`` leaves it out.

    Raises:
        Problem: it cannot be loaded.
    """
    memory = Memory(path)
    if memory.get("demo") == "loaded" or os.environ.get("DEMO", "").lower() in {"0", "no", "khong"}:
        return
    say("Nạp nội dung mẫu (chỉ lần đầu)…")
    with log_path().open("a") as log:  # what it prints is its progress; what it complains of is for the log
        loading = subprocess.run(manage("load_demo"), stdin=subprocess.DEVNULL, stderr=log, check=False)
    if loading.returncode:
        raise Problem(f"Không nạp được nội dung mẫu; chi tiết ở cuối tệp {log_path()}. Chạy lại lệnh này để nạp tiếp.")
    memory.put(demo="loaded")
    demo_accounts(memory, path)


def provide_recognition(path: Path | None) -> None:
    """Install what reads scans, or name it once: the portal runs without, and such files then say what is missing."""
    memory = Memory(path)
    missing = packages.missing(recognition.needed())
    if not missing or memory.get("recognition") == "named":
        return
    try:
        packages.install(missing, why="để nhận dạng văn bản quét")
    except Problem as problem:
        say(f"{problem} Cổng vẫn chạy được; chỉ chưa đọc được chữ trong các bản quét.")
        memory.put(recognition="named")


def serving(port: int) -> bool:
    """The home page answers.

    Raises:
        Problem: it answers with an error: a broken site is not announced as running.
    """
    connection = http.client.HTTPConnection(HOST, port, timeout=20)
    try:
        connection.request("GET", "/")
        status = connection.getresponse().status
    except OSError:
        return False
    finally:
        connection.close()
    if status >= HTTPStatus.INTERNAL_SERVER_ERROR:
        raise Problem(f"Trang chủ trả lời lỗi {status}; lý do ở các dòng “web” phía trên.")
    return True


def announce(port: int, path: Path | None) -> None:
    """Say where the site is, and with the demo content whom one may sign in as."""
    print(f"\nCổng thông tin đang chạy:  http://{HOST}:{port}/")
    print(f"Trang quản trị:            http://{HOST}:{port}/quan-tri/\n", flush=True)
    memory = Memory(path)
    accounts = demo_accounts(memory, path) if memory.get("demo") == "loaded" else ""
    if accounts:
        print(f"Tài khoản dùng thử (vai trò, tên, mật khẩu):\n{accounts}\n")
    print("Bấm Ctrl-C để dừng.", flush=True)


def demo_accounts(memory: Memory, path: Path | None) -> str:
    """The accounts whose demo password still holds, a line each.

    Django tries every password, which takes seconds; while no account has changed the last answer is still right.
    """
    people = database.people(path)
    if people is None or memory.get("people") != people:
        asked = subprocess.run(manage("demo_accounts"), capture_output=True, text=True, check=False)
        lines = [line for line in asked.stdout.splitlines() if line.startswith("  ")]
        if asked.returncode:
            return ""
        memory.put(people=people or "", accounts="\n".join(lines))
    return memory.get("accounts") or ""


def programs(port: int) -> list[Program]:
    """Web, a worker for effects and short tasks, one with two lanes for long tasks and scans, and the scheduler."""
    python = str(PYTHON)
    web = [
        python, "-m", "gunicorn", "portal.wsgi:application", "--bind", f"{HOST}:{port}", "--workers", "1",
        "--threads", "8", "--graceful-timeout", "5", "--log-level", "warning",
    ]  # fmt: skip
    return [
        Program("web", web),
        Program("worker", _command("run_worker")),
        Program("worker-long", _command("db_worker", "--queue-name", "long", "--queue-name", "long,scans")),
        Program("scheduler", _command("run_scheduler")),
    ]


def _command(*arguments: str) -> list[str]:
    return [str(part) for part in manage(*arguments)]


def main() -> int:
    port = port_from_environment()
    require_free(port)
    prepare()
    path = database.embedded_path()
    provide_recognition(path)
    load_demo_once(path)
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "portal.settings.dev")
    os.environ.setdefault("SITE_URL", f"http://{HOST}:{port}")
    os.environ["PYTHONUNBUFFERED"] = "1"
    (var_dir() / "static").mkdir(exist_ok=True)  # nothing is collected here, but the server looks for the folder
    web, *others = programs(port)
    code = Supervisor(web, others, lambda: serving(port), lambda: announce(port, path)).run()
    say("Đã dừng cổng thông tin.")
    return code


if __name__ == "__main__":
    run_as_command(main)
