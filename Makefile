# The portal's commands. `make` alone lists them; what they do is in tools/.
.DEFAULT_GOAL := help
SHELL := /bin/sh
PORT ?= 8000
export PORT

# Needs nothing but Python 3.11 or newer; says so in one sentence when there is none.
system_python = python=$$(tools/find-python) || exit 1; exec "$$python" -m

.PHONY: help setup run test lint bench lock messages screenshots elasticsearch elasticsearch-stop

help: ## Liệt kê các lệnh
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-18s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

run: ## Chạy cả cổng tại http://127.0.0.1:8000 (make run PORT=8001 để đổi cổng; DEMO=no để bỏ nội dung mẫu)
	@$(system_python) tools.run

setup: ## Chuẩn bị để mọi lệnh manage.py chạy được (không nạp nội dung mẫu, không mở cổng)
	@$(system_python) tools.setup

test: ## Kiểm tra tất cả: mã nguồn, kiểu, thông điệp, SQLite, PostgreSQL, Chromium
	@$(system_python) tools.test

lint: ## Chỉ phần kiểm tra không cần chạy chương trình
	@$(system_python) tools.test lint

bench: ## Đo tốc độ, ghi kết quả vào bench/
	@$(system_python) tools.develop bench

elasticsearch: ## Chạy ngầm một Elasticsearch để phát triển, in địa chỉ (ELASTICSEARCH_PORT=9201 để đổi cổng)
	@$(system_python) tools.elasticsearch.command

elasticsearch-stop: ## Dừng Elasticsearch ấy
	@$(system_python) tools.elasticsearch.command stop

messages: ## Biên dịch và kiểm tra thông điệp tiếng Việt
	@$(system_python) tools.develop messages

screenshots: ## Chụp mọi mẫu trang, vai và bề rộng vào var/screenshots/
	@$(system_python) tools.develop screenshots

lock: ## Khoá lại phiên bản các gói từ requirements*.in (make lock UPGRADE=yes để nâng lên bản mới)
	@$(system_python) tools.develop lock
