// A solver of another language, asking for our functions over its standard input and output; see Wire.java.
// Numbers are doubles and 32-bit integers as this machine stores them (little-endian).
//
// In:  defaults (int), n (int), x0 (n doubles)                       a run; end of file ends the program
// Out: 'V' x  -> In: 1 f                                              the value
//      'G' x  -> In: 1 f g                                            value and gradient
//      'E' claimed (byte) x                                           the solver ended by itself
// In:  0 instead of 1: the run is over, nothing more is said of it
//
// Each run is a child process: where it is over the child exits, whatever the solver was doing.
#pragma once
#include <cerrno>
#include <cstdint>
#include <cstring>
#include <sys/wait.h>
#include <unistd.h>
#include <vector>

namespace wire {

inline void read_all(void *to, size_t bytes) {
    for (char *p = static_cast<char *>(to); bytes > 0;) {
        ssize_t k = read(0, p, bytes);
        if (k < 0 && errno == EINTR) continue;
        if (k <= 0) _exit(0);
        p += k;
        bytes -= static_cast<size_t>(k);
    }
}

inline void write_all(const std::vector<char> &message) {
    for (size_t done = 0; done < message.size();) {
        ssize_t k = write(1, message.data() + done, message.size() - done);
        if (k < 0 && errno == EINTR) continue;
        if (k <= 0) _exit(1);
        done += static_cast<size_t>(k);
    }
}

inline std::vector<char> message(const char *head, size_t length, const double *x, int n) {
    std::vector<char> m(length + 8 * static_cast<size_t>(n));
    std::memcpy(m.data(), head, length);
    std::memcpy(m.data() + length, x, 8 * static_cast<size_t>(n));
    return m;
}

// The value at x and, if g is not null, the gradient.
inline double ask(const double *x, double *g, int n) {
    char what = g ? 'G' : 'V';
    write_all(message(&what, 1, x, n));
    char going;
    read_all(&going, 1);
    if (!going) _exit(0);
    double f;
    read_all(&f, 8);
    if (g) read_all(g, 8 * static_cast<size_t>(n));
    return f;
}

inline void end(bool claimed, const double *x, int n) {
    char head[2] = {'E', static_cast<char>(claimed)};
    write_all(message(head, 2, x, n));
}

// run(defaults, x) minimises from x, into x, and says whether the solver claims success.
template <class Run> int serve(Run run) {
    for (;;) {
        int32_t head[2];
        read_all(head, sizeof head);
        std::vector<double> x(static_cast<size_t>(head[1]));
        read_all(x.data(), 8 * x.size());
        pid_t child = fork();
        if (child == 0) {
            bool claimed = run(head[0] != 0, x);
            end(claimed, x.data(), head[1]);
            _exit(0);
        }
        int status;
        while (waitpid(child, &status, 0) < 0 && errno == EINTR) {
        }
        if (child < 0 || !WIFEXITED(status)) end(false, x.data(), head[1]); // it crashed
    }
}

} // namespace wire
