"""moto_server on one thread: moto_server.py -H HOST -p PORT. On several its transactions are not carried out as one."""
from moto import server

run_simple = server.run_simple
server.run_simple = lambda *args, **options: run_simple(*args, **options | {"threaded": False})
server.main()
