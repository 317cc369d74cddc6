/*
 * Remembers what a process has written to the files of one folder and not synced yet, so that a
 * test can take it back after killing the process: what a loss of power may do to a disk.
 *
 * Loaded by LD_PRELOAD. Everything is done for real, but for the syncs, which only take a moment.
 * Before each change its undoing is appended to a journal; the page cache keeps that when the
 * process is killed.
 *
 *   POWERLOSS_FOLDER   the folder, absolute and without symbolic links; nothing happens without it
 *   POWERLOSS_JOURNAL  the file to append to, on the same file system, outside the folder
 *   POWERLOSS_SYNCS    "ignored": a sync makes nothing durable, as on a disk that lies, or as with
 *                      `synchronous = OFF`
 *
 * A record is a `struct record`, the path, the other path and the old bytes; numbers are in the
 * machine's order, paths are relative to the folder. A record that is cut off belongs to a change
 * that did not happen any more. Memory that is mapped is not watched, and files that end in "-shm"
 * are not: SQLite makes their content anew.
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <pthread.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/uio.h>
#include <unistd.h>

#define MAGIC 0x4c574f50u
#define MAX_FD 65536
#define SYNC_MICROS 2000

enum kind { WRITE = 'W', TRUNCATE = 'T', CREATE = 'C', RENAME = 'R', UNLINK = 'U', FOLDER = 'M', SYNC = 'S' };

struct record {
  uint32_t magic;
  uint32_t kind;
  uint32_t path_length;
  uint32_t other_length;
  uint64_t position;   /* of the write; of a sync: length of the journal when it began */
  uint64_t length;     /* of the write; of the file after a truncation */
  uint64_t old_size;   /* of the file before */
  uint64_t old_length; /* of the old bytes that follow */
};

static char root[PATH_MAX];
static size_t root_length;
static char journal_path[PATH_MAX];
static int journal = -1;
static int syncs_count = 1;
static uint64_t journal_length;
static int backups;
static char *paths[MAX_FD]; /* relative path of an open file that is watched */
static char known[MAX_FD];  /* whether `paths` says it */
static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;

#define REAL(result, name, ...)                                                    \
  static result (*real_##name)(__VA_ARGS__);                                       \
  __attribute__((constructor(101))) static void find_##name(void) {                \
    real_##name = (result(*)(__VA_ARGS__))dlsym(RTLD_NEXT, #name);                 \
  }

REAL(ssize_t, write, int, const void *, size_t)
REAL(ssize_t, writev, int, const struct iovec *, int)
REAL(ssize_t, pwrite64, int, const void *, size_t, off64_t)
REAL(int, ftruncate64, int, off64_t)
REAL(int, fsync, int)
REAL(int, fdatasync, int)
REAL(int, open64, const char *, int, ...)
REAL(int, openat64, int, const char *, int, ...)
REAL(int, close, int)
REAL(int, dup2, int, int)
REAL(int, dup3, int, int, int)
REAL(int, rename, const char *, const char *)
REAL(int, unlink, const char *)
REAL(int, mkdir, const char *, mode_t)

__attribute__((constructor(102))) static void start(void) {
  const char *folder = getenv("POWERLOSS_FOLDER");
  const char *file = getenv("POWERLOSS_JOURNAL");
  const char *syncs = getenv("POWERLOSS_SYNCS");
  if (folder && file && strlen(folder) < PATH_MAX && strlen(file) < PATH_MAX - 32) {
    strcpy(root, folder);
    root_length = strlen(root);
    strcpy(journal_path, file);
    syncs_count = !(syncs && strcmp(syncs, "ignored") == 0);
  }
}

static void fail(const char *what) {
  dprintf(2, "powerloss: %s: %s\n", what, strerror(errno));
  abort();
}

/* The part of a canonical path below the folder; "" for the folder itself, NULL outside. */
static const char *below(const char *path) {
  if (!root_length || strncmp(path, root, root_length) != 0) return NULL;
  if (path[root_length] == 0) return path + root_length;
  if (path[root_length] != '/') return NULL;
  const char *rest = path + root_length + 1;
  size_t length = strlen(rest);
  return length >= 4 && strcmp(rest + length - 4, "-shm") == 0 ? NULL : rest;
}

/* The same for any path, whose last part need not exist. */
static const char *named(const char *path, char *buffer) {
  if (!root_length || !path) return NULL;
  char folder[PATH_MAX];
  const char *slash = strrchr(path, '/');
  const char *last = slash ? slash + 1 : path;
  if (!slash) {
    strcpy(folder, ".");
  } else {
    size_t length = slash == path ? 1 : (size_t)(slash - path);
    if (length >= PATH_MAX) return NULL;
    memcpy(folder, path, length);
    folder[length] = 0;
  }
  char real[PATH_MAX];
  if (!realpath(folder, real)) return NULL;
  if (snprintf(buffer, PATH_MAX, "%s/%s", real, last) >= PATH_MAX) return NULL;
  return below(buffer);
}

static const char *watched(int fd) {
  if (!root_length || fd < 0 || fd >= MAX_FD || fd == journal) return NULL;
  if (!known[fd]) {
    char link[64], real[PATH_MAX];
    snprintf(link, sizeof link, "/proc/self/fd/%d", fd);
    ssize_t length = readlink(link, real, sizeof real - 1);
    real[length < 0 ? 0 : length] = 0;
    const char *rest = below(real);
    paths[fd] = rest ? strdup(rest) : NULL;
    known[fd] = 1;
  }
  return paths[fd];
}

static void forget(int fd) {
  if (fd >= 0 && fd < MAX_FD && known[fd]) {
    pthread_mutex_lock(&lock);
    free(paths[fd]);
    paths[fd] = NULL;
    known[fd] = 0;
    pthread_mutex_unlock(&lock);
  }
}

static void record(enum kind kind, const char *path, const char *other, uint64_t position, uint64_t length,
                   uint64_t old_size, const void *old, uint64_t old_length) {
  if (journal < 0) {
    journal = real_open64(journal_path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
    if (journal < 0) fail("the journal cannot be opened");
  }
  struct record head = {MAGIC, kind, strlen(path), other ? strlen(other) : 0, position, length, old_size, old_length};
  struct iovec parts[] = {{&head, sizeof head},
                          {(void *)path, head.path_length},
                          {(void *)other, head.other_length},
                          {(void *)old, old_length}};
  uint64_t whole = sizeof head + head.path_length + head.other_length + old_length;
  if (real_writev(journal, parts, 4) != (ssize_t)whole) fail("the journal cannot be written");
  journal_length += whole;
}

/* Notes the bytes of a file that are about to change, from `position` up to `end`. */
static void save(enum kind kind, int fd, const char *path, uint64_t position, uint64_t end, uint64_t length) {
  struct stat64 state;
  if (fstat64(fd, &state) != 0 || !S_ISREG(state.st_mode)) return;
  uint64_t size = state.st_size;
  uint64_t old = position < size ? (end < size ? end : size) - position : 0;
  char *bytes = old ? malloc(old) : NULL;
  if (old) {
    int reading = fd;
    if ((fcntl(fd, F_GETFL) & O_ACCMODE) == O_WRONLY) {
      char link[64];
      snprintf(link, sizeof link, "/proc/self/fd/%d", fd);
      reading = real_open64(link, O_RDONLY | O_CLOEXEC);
    }
    if (!bytes || pread64(reading, bytes, old, position) != (ssize_t)old) fail("old bytes cannot be read");
    if (reading != fd) real_close(reading);
  }
  record(kind, path, NULL, position, length, size, bytes, old);
  free(bytes);
}

static uint64_t place(int fd) {
  struct stat64 state;
  if ((fcntl(fd, F_GETFL) & O_APPEND) && fstat64(fd, &state) == 0) return state.st_size;
  off64_t now = lseek64(fd, 0, SEEK_CUR);
  return now < 0 ? 0 : now;
}

/* Holds the lock while a change is noted and made, so that the journal has the order of the changes. */
#define CHANGE(result, fd, note, call)          \
  do {                                          \
    if (!root_length) return call;              \
    pthread_mutex_lock(&lock);                  \
    const char *path = watched(fd);             \
    if (path) note;                             \
    if (!path) pthread_mutex_unlock(&lock);     \
    result done = call;                         \
    int error = errno;                          \
    if (path) pthread_mutex_unlock(&lock);      \
    errno = error;                              \
    return done;                                \
  } while (0)

ssize_t write(int fd, const void *bytes, size_t length) {
  CHANGE(ssize_t, fd, {
    uint64_t at = place(fd);
    save(WRITE, fd, path, at, at + length, length);
  }, real_write(fd, bytes, length));
}

ssize_t writev(int fd, const struct iovec *parts, int count) {
  CHANGE(ssize_t, fd, {
    uint64_t at = place(fd);
    uint64_t length = 0;
    for (int i = 0; i < count; i++) length += parts[i].iov_len;
    save(WRITE, fd, path, at, at + length, length);
  }, real_writev(fd, parts, count));
}

ssize_t pwrite64(int fd, const void *bytes, size_t length, off64_t at) {
  CHANGE(ssize_t, fd, save(WRITE, fd, path, at, at + length, length), real_pwrite64(fd, bytes, length, at));
}

ssize_t pwrite(int fd, const void *bytes, size_t length, off_t at) { return pwrite64(fd, bytes, length, at); }

int ftruncate64(int fd, off64_t length) {
  CHANGE(int, fd, save(TRUNCATE, fd, path, length, UINT64_MAX, length), real_ftruncate64(fd, length));
}

int ftruncate(int fd, off_t length) { return ftruncate64(fd, length); }

static int sync_file(int fd, int (*real)(int)) {
  if (!root_length) return real(fd);
  pthread_mutex_lock(&lock);
  const char *path = watched(fd);
  char *copy = path ? strdup(path) : NULL;
  uint64_t began = journal_length;
  pthread_mutex_unlock(&lock);
  if (!copy) return real(fd);
  usleep(SYNC_MICROS);
  if (syncs_count) {
    pthread_mutex_lock(&lock);
    record(SYNC, copy, NULL, began, 0, 0, NULL, 0);
    pthread_mutex_unlock(&lock);
  }
  free(copy);
  return 0;
}

int fsync(int fd) { return sync_file(fd, real_fsync); }

int fdatasync(int fd) { return sync_file(fd, real_fdatasync); }

static int open_file(int folder, const char *path, int flags, mode_t mode) {
  char buffer[PATH_MAX];
  const char *rest = flags & (O_CREAT | O_TRUNC) && (folder == AT_FDCWD || path[0] == '/') ? named(path, buffer) : NULL;
  if (!rest) return real_openat64(folder, path, flags, mode);
  pthread_mutex_lock(&lock);
  struct stat64 state;
  int there = stat64(buffer, &state) == 0;
  if (!there && flags & O_CREAT) record(CREATE, rest, NULL, 0, 0, 0, NULL, 0);
  if (there && flags & O_TRUNC && S_ISREG(state.st_mode)) {
    int old = real_open64(buffer, O_RDONLY | O_CLOEXEC);
    if (old >= 0) {
      save(TRUNCATE, old, rest, 0, UINT64_MAX, 0);
      real_close(old);
    }
  }
  int fd = real_openat64(folder, path, flags, mode);
  int error = errno;
  pthread_mutex_unlock(&lock);
  errno = error;
  return fd;
}

#define MODE(flags)                          \
  mode_t mode = 0;                           \
  if (flags & (O_CREAT | O_TMPFILE)) {       \
    va_list more;                            \
    va_start(more, flags);                   \
    mode = va_arg(more, mode_t);             \
    va_end(more);                            \
  }

int open64(const char *path, int flags, ...) {
  MODE(flags)
  return open_file(AT_FDCWD, path, flags, mode);
}

int open(const char *path, int flags, ...) {
  MODE(flags)
  return open_file(AT_FDCWD, path, flags, mode);
}

int openat64(int folder, const char *path, int flags, ...) {
  MODE(flags)
  return open_file(folder, path, flags, mode);
}

int openat(int folder, const char *path, int flags, ...) {
  MODE(flags)
  return open_file(folder, path, flags, mode);
}

int close(int fd) {
  forget(fd);
  return real_close(fd);
}

int dup2(int from, int to) {
  forget(to);
  return real_dup2(from, to);
}

int dup3(int from, int to, int flags) {
  forget(to);
  return real_dup3(from, to, flags);
}

/* Keeps a name that is about to go. Called with the lock held. */
static void keep(const char *path, const char *rest) {
  char backup[PATH_MAX + 16];
  snprintf(backup, sizeof backup, "%s.%d", journal_path, backups++);
  if (link(path, backup) == 0) record(UNLINK, rest, strrchr(backup, '/') + 1, 0, 0, 0, NULL, 0);
}

int unlink(const char *path) {
  char buffer[PATH_MAX];
  const char *rest = named(path, buffer);
  if (!rest) return real_unlink(path);
  pthread_mutex_lock(&lock);
  keep(path, rest);
  int done = real_unlink(path);
  int error = errno;
  pthread_mutex_unlock(&lock);
  errno = error;
  return done;
}

int rename(const char *from, const char *to) {
  char from_buffer[PATH_MAX], to_buffer[PATH_MAX];
  const char *old = named(from, from_buffer);
  const char *new = named(to, to_buffer);
  if (!old || !new) return real_rename(from, to);
  pthread_mutex_lock(&lock);
  keep(to, new);
  record(RENAME, old, new, 0, 0, 0, NULL, 0);
  int done = real_rename(from, to);
  int error = errno;
  pthread_mutex_unlock(&lock);
  errno = error;
  return done;
}

int mkdir(const char *path, mode_t mode) {
  char buffer[PATH_MAX];
  const char *rest = named(path, buffer);
  struct stat64 state;
  if (!rest || !*rest || stat64(buffer, &state) == 0) return real_mkdir(path, mode);
  pthread_mutex_lock(&lock);
  record(FOLDER, rest, NULL, 0, 0, 0, NULL, 0);
  int done = real_mkdir(path, mode);
  int error = errno;
  pthread_mutex_unlock(&lock);
  errno = error;
  return done;
}
