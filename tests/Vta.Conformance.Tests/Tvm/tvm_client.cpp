// Plays the part of TVM's simulation runtime: loads the library, runs the accelerator on a thread, launches programs and polls by
// registers, is its memory. Arguments: the library, and a plan of lines "write ADDRESS FILE",
// "launch ADDRESS COUNT UOP INP WGT ACC OUT" and "read ADDRESS LENGTH FILE".
// As TVM does, it brings Verilator's own functions for open arrays.
#include <dlfcn.h>
#include <sys/mman.h>

#include <condition_variable>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <iostream>
#include <mutex>
#include <queue>
#include <string>
#include <thread>
#include <vector>

#include "svdpi.h"

static void require(bool holds, const char* what) {
    if (holds) return;
    std::cerr << what << std::endl;
    std::_Exit(1);
}

struct Access {
    bool is_write;
    uint8_t address;
    uint32_t value;
};

class Tvm {
public:
    Tvm() {
        void* all = mmap(nullptr, 1ull << 32, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
        require(all != MAP_FAILED, "no memory");
        memory = static_cast<uint8_t*>(all);
    }

    uint8_t* memory;

    void write(uint8_t address, uint32_t value) { push({true, address, value}); }

    uint32_t read(uint8_t address) {
        push({false, address, 0});
        std::unique_lock<std::mutex> lock(mutex);
        changed.wait(lock, [this] { return !answers.empty(); });
        uint32_t value = answers.front();
        answers.pop();
        return value;
    }

    void state(bool waits, bool exits) {
        std::lock_guard<std::mutex> lock(mutex);
        waiting = waits;
        exiting = exits;
    }

    static void sim(void* self, uint8_t* wait, uint8_t* exit) {
        auto& tvm = *static_cast<Tvm*>(self);
        std::lock_guard<std::mutex> lock(tvm.mutex);
        *wait = tvm.waiting;
        *exit = tvm.exiting;
    }

    static void host(void* self, uint8_t* valid, uint8_t* opcode, uint8_t* address, uint32_t* value, uint8_t dequeue,
                     uint8_t answered, uint32_t answer) {
        auto& tvm = *static_cast<Tvm*>(self);
        std::lock_guard<std::mutex> lock(tvm.mutex);
        *valid = !tvm.accesses.empty();
        if (*valid) {
            *opcode = tvm.accesses.front().is_write;
            *address = tvm.accesses.front().address;
            *value = tvm.accesses.front().value;
            if (dequeue) tvm.accesses.pop();
        }
        if (answered) {
            tvm.answers.push(answer);
            tvm.changed.notify_one();
        }
    }

    // Data belongs to the burst of before, an address counts from then on, and what is read belongs to the address of now.
    static void dram(void* self, uint8_t read_valid, uint8_t read_length, uint8_t read_id, unsigned long long read_address,
                     uint8_t write_valid, uint8_t write_length, unsigned long long write_address, uint8_t data_valid,
                     const svOpenArrayHandle data, unsigned long long strobe, uint8_t* answer_valid, uint8_t* answer_id,
                     const svOpenArrayHandle answer, uint8_t answer_ready) {
        auto& tvm = *static_cast<Tvm*>(self);
        const int words = svSize(answer, 1);
        for (svOpenArrayHandle array : {data, answer})
            require(svDimensions(array) == 1 && svSize(array, 0) == 64 && svRight(array, 1) == 0 && svLeft(array, 1) == words - 1,
                    "not words of 64 bits");
        if (data_valid) {
            require(tvm.to_write > 0, "data without an address");
            for (int i = 0; i < words; i++) {
                const int bytes = strobe >> 8 * i & 0xff;
                require(bytes == 0 || bytes == 0xff, "a part of a word is written");
                if (bytes) tvm.at(tvm.write_at)[i] = *static_cast<uint64_t*>(svGetArrElemPtr1(data, i));
            }
            tvm.write_at += words * 8;
            tvm.to_write--;
        }
        if (read_valid) {
            require(tvm.to_read == 0, "a burst is read before the one of before has ended");
            tvm.to_read = read_length + 1;
            tvm.read_at = read_address;
            tvm.id = read_id;
        }
        if (write_valid) {
            require(tvm.to_write == 0, "a burst is written before the one of before has ended");
            tvm.to_write = write_length + 1;
            tvm.write_at = write_address;
        }
        *answer_valid = tvm.to_read > 0;
        *answer_id = tvm.id;
        for (int i = 0; i < words; i++)
            *static_cast<uint64_t*>(svGetArrElemPtr1(answer, i)) = tvm.to_read > 0 ? tvm.at(tvm.read_at)[i] : 0xdeadbeefdeadbeef;
        if (answer_ready && tvm.to_read > 0) {
            tvm.read_at += words * 8;
            tvm.to_read--;
        }
    }

private:
    uint64_t* at(uint64_t address) { return reinterpret_cast<uint64_t*>(memory + address); }

    void push(Access access) {
        std::lock_guard<std::mutex> lock(mutex);
        accesses.push(access);
    }

    std::mutex mutex;
    std::condition_variable changed;
    std::queue<Access> accesses;
    std::queue<uint32_t> answers;
    bool waiting = false, exiting = false;
    int to_read = 0, to_write = 0;
    uint64_t read_at = 0, write_at = 0;
    uint8_t id = 0;
};

int main(int, char** arguments) {
    void* library = dlopen(arguments[1], RTLD_LAZY | RTLD_LOCAL);
    require(library, "the library cannot be loaded");
    using Init = void (*)(void*, decltype(&Tvm::sim), decltype(&Tvm::host), decltype(&Tvm::dram));
    auto init = reinterpret_cast<Init>(dlsym(library, "VTADPIInit"));
    auto simulate = reinterpret_cast<int (*)()>(dlsym(library, "VTADPISim"));
    require(init && simulate, "the library lacks an entry point");

    Tvm tvm;
    init(&tvm, Tvm::sim, Tvm::host, Tvm::dram);
    tvm.state(true, false);
    std::thread thread(simulate);
    std::ifstream plan(arguments[2]);
    std::string what, file;
    uint32_t address, length;
    while (plan >> what >> address) {
        if (what == "write") {
            plan >> file;
            std::ifstream content(file, std::ios::binary);
            std::vector<char> bytes((std::istreambuf_iterator<char>(content)), std::istreambuf_iterator<char>());
            std::copy(bytes.begin(), bytes.end(), tvm.memory + address);
        } else if (what == "read") {
            plan >> length >> file;
            std::ofstream(file, std::ios::binary).write(reinterpret_cast<char*>(tvm.memory + address), length);
        } else {
            plan >> length;
            tvm.state(false, false);
            tvm.write(0x08, length);
            tvm.write(0x0c, address);
            for (uint8_t base = 0x10; base <= 0x20; base += 4) {
                plan >> length;
                tvm.write(base, length);
            }
            tvm.write(0x00, 1);
            while ((tvm.read(0x00) & 2) == 0) std::this_thread::yield();
            std::cout << tvm.read(0x04) << std::endl;
            tvm.state(true, false);
        }
    }
    tvm.state(true, true);
    thread.join();
    return 0;
}
