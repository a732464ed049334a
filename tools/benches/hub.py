"""Fetches the same revisions with git and fossil, over HTTP on the loopback: hub.py FOLDER REVISIONS

The folder holds `revisions.fi`, which `stet-lab bench hub` left, and `lines`, what it printed. The commits
are signed here with one ssh key, as `git commit -S` would; that takes no part in what is measured.
"""
import atexit, base64, hashlib, json, os, shutil, socket, struct, subprocess, sys, threading, time

from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

work, revisions = sys.argv[1], int(sys.argv[2])
server = os.path.join(work, "served")
os.makedirs(server)
os.environ.update(HOME=work, GIT_CONFIG_NOSYSTEM="1", GIT_TERMINAL_PROMPT="0")


def run(*arguments, **options):
    return subprocess.run(arguments, check=True, stdout=subprocess.PIPE, **options).stdout


def report(name, **figures):
    print(json.dumps({"name": name, **figures}), flush=True)
    found[name] = figures


found = {}
for line in open(os.path.join(work, "lines")):
    row = json.loads(line)
    found[row.pop("name")] = row


class Counter:
    """Carries bytes to a port and counts them."""

    def __init__(self, target):
        self.target, self.up, self.down = target, 0, 0
        self.listener = socket.create_server(("127.0.0.1", 0))
        self.port = self.listener.getsockname()[1]
        threading.Thread(target=self.accept, daemon=True).start()

    def accept(self):
        while True:
            client, _ = self.listener.accept()
            far = socket.create_connection(("127.0.0.1", self.target))
            threading.Thread(target=self.carry, args=(client, far, "up"), daemon=True).start()
            threading.Thread(target=self.carry, args=(far, client, "down"), daemon=True).start()

    def carry(self, near, far, way):
        try:
            while data := near.recv(65536):
                setattr(self, way, getattr(self, way) + len(data))
                far.sendall(data)
            far.shutdown(socket.SHUT_WR)
        except OSError:
            pass

    def take(self):
        time.sleep(0.2)
        counts, (self.up, self.down) = (self.up, self.down), (0, 0)
        return counts


def free_port():
    with socket.create_server(("127.0.0.1", 0)) as listener:
        return listener.getsockname()[1]


def wait_for(port):
    for _ in range(200):
        try:
            return socket.create_connection(("127.0.0.1", port)).close()
        except OSError:
            time.sleep(0.05)
    sys.exit("a server did not start")


def timed(*arguments):
    start = time.perf_counter()
    run(*arguments, stderr=subprocess.DEVNULL)
    return (time.perf_counter() - start) * 1000


# The revisions as signed commits, each upon the signed one before.
plain, signed = os.path.join(work, "plain.git"), os.path.join(server, "signed.git")
run("git", "init", "-q", "--bare", plain)
with open(os.path.join(work, "revisions.fi"), "rb") as stream:
    run("git", "-C", plain, "fast-import", "--quiet", stdin=stream)
key = Ed25519PrivateKey.generate()
public = key.public_key().public_bytes(serialization.Encoding.Raw, serialization.PublicFormat.Raw)
text = lambda data: struct.pack(">I", len(data)) + data
kind = text(b"ssh-ed25519")


def signature(message):
    digest = hashlib.sha512(message).digest()
    about = text(b"git") + text(b"") + text(b"sha512")
    seal = key.sign(b"SSHSIG" + about + text(digest))
    blob = b"SSHSIG" + struct.pack(">I", 1) + text(kind + text(public)) + about + text(kind + text(seal))
    letters = base64.b64encode(blob).decode()
    lines = [letters[at:at + 70] for at in range(0, len(letters), 70)]
    return "\n".join(["-----BEGIN SSH SIGNATURE-----", *lines, "-----END SSH SIGNATURE-----"]).encode()


run("git", "clone", "-q", "--bare", plain, signed)
ids = run("git", "-C", plain, "rev-list", "--reverse", "main").split()
reader = subprocess.Popen(["git", "-C", plain, "cat-file", "--batch"],
                          stdin=subprocess.PIPE, stdout=subprocess.PIPE)
chain, parent = [], None
os.makedirs(os.path.join(work, "commits"))
for number, commit in enumerate(ids):
    reader.stdin.write(commit + b"\n")
    reader.stdin.flush()
    size = int(reader.stdout.readline().split()[2])
    body = reader.stdout.read(size)
    reader.stdout.read(1)
    head, message = body.split(b"\n\n", 1)
    lines = [line for line in head.split(b"\n") if not line.startswith(b"parent ")]
    if parent:
        lines.insert(1, b"parent " + parent)
    bare = b"\n".join(lines) + b"\n\n" + message
    lines.append(b"gpgsig " + signature(bare).replace(b"\n", b"\n "))
    whole = b"\n".join(lines) + b"\n\n" + message
    parent = hashlib.sha1(b"commit %d\0" % len(whole) + whole).hexdigest().encode()
    path = os.path.join(work, "commits", "%06d" % number)
    with open(path, "wb") as file:
        file.write(whole)
    chain.append((parent.decode(), path))
reader.stdin.close()
made = run("git", "-C", signed, "hash-object", "-t", "commit", "-w", "--stdin-paths",
           input="\n".join(path for _, path in chain).encode() + b"\n").split()
assert made[-1].decode() == chain[-1][0]
first = len(chain) - 100
git = lambda *arguments: run("git", "-C", signed, *arguments)
git("update-ref", "refs/heads/main", chain[first - 1][0])
# The last hundred wait behind a name that nobody is told.
git("update-ref", "refs/later/main", chain[-1][0])
git("config", "uploadpack.hideRefs", "refs/later")
git("repack", "-adfq", "--depth=50", "--window=50")
git("symbolic-ref", "HEAD", "refs/heads/main")
with open(os.path.join(work, "allowed"), "w") as file:
    file.write("ana@gazette.example namespaces=\"git\" ssh-ed25519 %s\n" % base64.b64encode(kind + text(public)).decode())
run("git", "config", "--global", "gpg.ssh.allowedSignersFile", os.path.join(work, "allowed"))


def verify(folder, span):
    """Verifies commits of a span as `git log --show-signature` does, each with an `ssh-keygen` of its own.

    Of more than 300 it takes 300 all over, and counts the time of those for all. Answers milliseconds.
    """
    commits = run("git", "-C", folder, "rev-list", span).decode().split()
    some = commits[:: max(1, len(commits) // 300)]
    start = time.perf_counter()
    run("git", "-C", folder, "verify-commit", *some, stderr=subprocess.DEVNULL)
    return (time.perf_counter() - start) * 1000 * len(commits) / len(some), len(commits)


if shutil.which("lighttpd"):
    port = free_port()
    with open(os.path.join(work, "lighttpd.conf"), "w") as file:
        file.write("""
server.modules = ("mod_alias", "mod_cgi", "mod_setenv")
server.document-root = "%s"
server.bind = "127.0.0.1"
server.port = %d
alias.url = ("/git" => "/usr/lib/git-core/git-http-backend")
cgi.assign = ("" => "")
setenv.set-environment = ("GIT_PROJECT_ROOT" => "%s", "GIT_HTTP_EXPORT_ALL" => "1")
""" % (server, port, server))
    serving = subprocess.Popen(["lighttpd", "-D", "-f", os.path.join(work, "lighttpd.conf")])
    atexit.register(serving.kill)
    wait_for(port)
    counter = Counter(port)
    url = "http://127.0.0.1:%d/git/signed.git"
    times = sorted(timed("git", "clone", "-q", url % port, os.path.join(work, "clone-%d" % turn)) for turn in range(3))
    checking, count = verify(os.path.join(work, "clone-0"), "HEAD")
    timed("git", "clone", "-q", url % counter.port, os.path.join(work, "counted"))
    up, down = counter.take()
    report("git clone", commits=count, ms=round(times[1], 1), verify_ms=round(checking, 1), up=up, down=down)
    git("update-ref", "refs/heads/main", chain[-1][0])
    fetching = timed("git", "-C", os.path.join(work, "clone-1"), "fetch", "-q")
    checking, count = verify(os.path.join(work, "clone-1"), "HEAD..origin/main")
    timed("git", "-C", os.path.join(work, "counted"), "fetch", "-q")
    up, down = counter.take()
    report("git fetch", commits=count, ms=round(fetching, 1), verify_ms=round(checking, 1), up=up, down=down)
    serving.terminate()
    serving.wait(20)

if shutil.which("fossil"):
    repository = os.path.join(work, "gazette.fossil")
    git("update-ref", "refs/heads/main", chain[first - 1][0])
    export = run("git", "-C", signed, "fast-export", "--signed-tags=strip", "main")
    os.environ["USER"] = "ana"
    run("fossil", "import", "--git", repository, input=export, stderr=subprocess.DEVNULL)
    port = free_port()
    serving = subprocess.Popen(["fossil", "server", repository, "--localhost", "--port", str(port)],
                               stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    atexit.register(serving.kill)
    wait_for(port)
    counter = Counter(port)
    times = sorted(timed("fossil", "clone", "http://127.0.0.1:%d/" % port, os.path.join(work, "f%d.fossil" % turn))
                   for turn in range(3))
    timed("fossil", "clone", "http://127.0.0.1:%d/" % counter.port, os.path.join(work, "counted.fossil"))
    up, down = counter.take()
    report("fossil clone", ms=round(times[1], 1), up=up, down=down)
    serving.terminate()
    serving.wait(20)

wire = lambda row: found[row]["up"] + found[row]["down"]
rows = []
if "git clone" in found:
    clone, fetch = found["git clone"], found["git fetch"]
    rows += [
        ("first sync: bytes to git clone", wire("first sync") / wire("git clone"), "at most 0.8"),
        ("first sync: time to git clone, verified", found["first sync"]["ms"] / (clone["ms"] + clone["verify_ms"]), "below 1"),
        ("first sync: time to git clone alone", found["first sync"]["ms"] / clone["ms"], "-"),
        ("100 new: bytes to git fetch", wire("100 new revisions") / wire("git fetch"), "at most 0.6"),
        ("100 new: time at an open desk to git fetch, verified",
         found["100 new revisions"]["ms"] / (fetch["ms"] + fetch["verify_ms"]), "at most 0.33"),
        ("100 new: time at an open desk to git fetch alone", found["100 new revisions"]["ms"] / fetch["ms"], "-"),
        ("100 new: time of a program to git fetch, verified",
         found["100 new revisions"]["ms_program"] / (fetch["ms"] + fetch["verify_ms"]), "-"),
    ]
if "fossil clone" in found:
    rows += [
        ("first sync: bytes to fossil clone", wire("first sync") / wire("fossil clone"), "-"),
        ("first sync: time to fossil clone", found["first sync"]["ms"] / found["fossil clone"]["ms"], "below 1"),
    ]
for name, ratio, goal in rows:
    print("%-54s %6.2f  %s" % (name, ratio, goal))
