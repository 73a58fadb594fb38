/** How to call the program; printed on stdout when asked for, on stderr after a wrong call. */
export const usage = `Парта: классный журнал. Команды (npm run parta -- КОМАНДА):

  serve [--port 8080] [--tls-cert F --tls-key F] [--app ПАПКА] [--metrics-port 9464] [--idle-minutes 15]
      Сервер школы: обмен, приложение. В пустой папке печатает код администратора.
      --app: папка собранного приложения (по умолчанию dist).
      --metrics-port: только на этой машине: страница о школах (/), /schools.json, /metrics (Prometheus), /health, /ready.
      --idle-minutes: из многих школ закрывать ту, которой столько минут никто не пользовался (0: не закрывать).
      Почта: --smtp-host H --smtp-from АДРЕС [--smtp-tls starttls|tls|none] [--smtp-port N]
      [--smtp-user ИМЯ --smtp-password-file F] [--smtp-ca F]; то же в окружении: PARTA_SMTP_HOST и так далее,
      пароль ещё и в PARTA_SMTP_PASSWORD. --public-url АДРЕС: адрес сервера для писем.
  demo [--port 8080] [--if-empty]
      Заполняет пустую папку учебной школой, печатает логины и коды, затем работает как serve.
      --if-empty: если в папке уже есть школа, только запускает её.
  import ПАПКА --school ID
      Читает папку обмена: всё или ничего. Первый import в пустую папку данных создаёт школу.
  export ПАПКА --school ID
      Записывает папку обмена, которую принимает import. Папка должна быть пустой или новой.
  report attendance-month --school ID --class 7А (--month 2025-09 | --from ДАТА --to ДАТА)
  report class-teacher|class-teacher-preliminary|results|movement --school ID --class 7А --period 2025-26/1
      За год (кроме предварительного): --period 2025-26/year.
  report summary-marks|summary-attendance --school ID --class 7А [--year 2025-26]
      Общие ключи: [--year 2025-26] --format json|csv|xlsx|pdf [--out ФАЙЛ].
  paper --school ID --class 7А --period 2025-26/1 --out ФАЙЛ.pdf
      Бумажная копия журнала класса за период: A4, двусторонняя печать, поля под прошивку.
  verify --school ID
      Проверяет цепочку журнала записей сервера.
  verify --copy ab12-cd34 --school ID --class 7А --period 2025-26/1
      Равна ли бумажная копия с этой редакцией журналу; если нет, с какого момента и что изменено.
  evidence --school ID --class 7А --subject math [--group ID] --pupil ID (--date ДАТА --bell 3 | --period 2025-26/1)
           [--format text|json] [--out ФАЙЛ]
      Выписка по одной клетке журнала: кто, когда, с какого устройства, что и в каком порядке получил сервер, квитанции
      и их подписи. Как её проверить, написано в ней самой.
  evidence --check ФАЙЛ.json --school ID
      Сличает такую выписку (json) с журналом записей сервера и его ключом.
  erase --school ID (--pupil ID | --person ID) [--confirm]
      Говорит, какие персональные данные будут удалены; с --confirm удаляет их навсегда. Отметки и посещаемость
      остаются под номером, verify проходит.
  retention --school ID [--journals 5] [--summaries 25]
      Сроки хранения журналов и сводных ведомостей в годах и до какого числа что хранится.
  backup ФАЙЛ | backup --keep N ПАПКА
      Проверенная копия школы; сервер можно не останавливать. --keep: новая копия в папке, где хранятся N последних.
      Ключа relay.key в копии нет: храните его отдельно.
  restore ФАЙЛ [--key ФАЙЛ] [--school ID]
      Ставит копию в папку данных (сервер остановлен). Прежняя база остаётся рядом.
      --key: ваша копия relay.key, если в папке его нет.
  school add ID --host ИМЯ СЕРВЕРА | school list
      Школы одной базы PostgreSQL, каждая под своим адресом. serve обслуживает их все; остальным командам школу называют
      в конце адреса базы: --database postgres://...#ID. Ключи школы лежат в папке ДАННЫЕ/ID.
  migrate --from ПАПКА --to postgres://... | --from postgres://... --to ПАПКА [--data ПАПКА С КЛЮЧАМИ]
      Переносит школу целиком, с учётными записями и устройствами (серверы остановлены): всё или ничего. Планшеты ничего
      не заметят. Там, откуда перенесли, школа остаётся, но больше не открывается.
  user list | user add ЛОГИН (--person ID [--office] | --office) | user disable ЛОГИН | user enable ЛОГИН
      Учётные записи. --office: права администрации.
  invite ЛОГИН | --person ID | --all
      Новый одноразовый код для первого входа (действует 14 дней, прежний код отменяется).

У каждой команды: --data DIR, папка данных школы (по умолчанию ./data).
У каждой, кроме backup и restore: --database postgres://ПОЛЬЗОВАТЕЛЬ@СЕРВЕР/БАЗА, школа в PostgreSQL (или PARTA_DATABASE;
пароль в PGPASSWORD или ~/.pgpass). В папке --data тогда только ключи, одни и те же на всех серверах школы.
Код завершения: 0 — сделано, 1 — отказ (причина выше, ничего не изменено), 2 — неверный вызов.
`
