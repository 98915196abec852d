// The accelerator as TVM's simulation runtime loads it (libvta_hw.so): TVM gives three functions, and calls VTADPISim on a thread of its
// own. The functions say whether to wait or to end, hand over accesses to registers, and are the memory.
#include <chrono>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <deque>
#include <thread>

#include "VVta.h"
#include "svdpi.h"
#include "verilated_sym_props.h"
#include "vta_harness.h"

namespace {

using SimFunction = void (*)(void* handle, uint8_t* wait, uint8_t* exit);

using HostFunction = void (*)(void* handle, uint8_t* valid, uint8_t* is_write, uint8_t* address, uint32_t* value, uint8_t take,
                              uint8_t answers, uint32_t answer);

using MemoryFunction = void (*)(void* handle, uint8_t read_valid, uint8_t read_length, uint8_t read_id, unsigned long long read_address,
                                uint8_t write_valid, uint8_t write_length, unsigned long long write_address, uint8_t data_valid,
                                const svOpenArrayHandle data, unsigned long long strobe, uint8_t* answer_valid, uint8_t* answer_id,
                                const svOpenArrayHandle answer, uint8_t answer_ready);

struct Client {
    void* handle;
    SimFunction sim;
    HostFunction host;
    MemoryFunction memory;
} client;

uint8_t& bit(void* pin) { return *static_cast<uint8_t*>(pin); }
uint32_t& word(void* pin) { return *static_cast<uint32_t*>(pin); }

constexpr size_t BusBytes = sizeof(VVta::m_axi_rdata);
constexpr int BusWords = BusBytes / sizeof(uint64_t);
constexpr uint8_t Okay = 0;

// A beat as TVM takes and gives it: an open array of words. What it is made of has to be the same in the Verilator that TVM was built with.
class Beat {
public:
    Beat() = default;
    Beat(const Beat&) = delete;
    Beat& operator=(const Beat&) = delete;

    svOpenArrayHandle handle() { return &array; }
    void load(const void* from) { std::memcpy(words, from, BusBytes); }
    void store(void* to) const { std::memcpy(to, words, BusBytes); }

private:
    static constexpr int Range[] = {BusWords - 1, 0};

    uint64_t words[BusWords] = {};
    VerilatedVarProps shape{VLVT_UINT64, VLVD_IN | VLVF_DPI_CLAY, VerilatedVarProps::Packed{}, 63, 0,
                            VerilatedVarProps::Unpacked{}, 1, Range};
    VerilatedDpiOpenVar array{&shape, words};
};

// Registers as an AXI4-Lite master: one access at a time.
class Host {
public:
    explicit Host(const vta_pins& pins) : pins(pins.host) {
        bit(this->pins.bready) = 1;
        bit(this->pins.rready) = 1;
    }

    void drive() {
        if (!busy) begin();
    }

    void observe() {
        if (!busy) return;
        if (bit(pins.awready)) bit(pins.awvalid) = 0;
        if (bit(pins.wready)) bit(pins.wvalid) = 0;
        if (bit(pins.arready)) bit(pins.arvalid) = 0;
        if (bit(pins.bvalid)) busy = false;
        if (bit(pins.rvalid)) {
            busy = false;
            Request none;
            client.host(client.handle, &none.valid, &none.is_write, &none.address, &none.value, 0, 1, word(pins.rdata));
        }
    }

private:
    struct Request {
        uint8_t valid = 0, is_write = 0, address = 0;
        uint32_t value = 0;
    };

    void begin() {
        Request request;
        client.host(client.handle, &request.valid, &request.is_write, &request.address, &request.value, 1, 0, 0);
        if (!request.valid) return;
        busy = true;
        *static_cast<uint16_t*>(request.is_write ? pins.awaddr : pins.araddr) = request.address;
        word(pins.wdata) = request.value;
        bit(pins.awvalid) = bit(pins.wvalid) = request.is_write;
        bit(pins.arvalid) = !request.is_write;
    }

    decltype(vta_pins::host) pins;
    bool busy = false;
};

// Memory as an AXI4 slave that answers in the next cycle, as the runtime's does. TVM's knows one burst of reads and one of writes; here
// the others wait.
class Memory {
public:
    explicit Memory(const vta_pins& pins) : pins(pins.memory) {
        bit(this->pins.arready) = bit(this->pins.awready) = bit(this->pins.wready) = 1;
        bit(this->pins.rresp) = bit(this->pins.bresp) = Okay;
    }

    void drive() {
        if (!bit(pins.rvalid) && !reads.empty()) read_beat();
        if (!bit(pins.bvalid) && !writes.empty() && !lengths.empty()) write_burst();
    }

    // What is taken leaves the pins: what is offered next is seen at the next edge.
    void observe() {
        if (bit(pins.arvalid)) reads.push_back({word(pins.araddr), bit(pins.arlen)});
        if (bit(pins.awvalid)) writes.push_back({word(pins.awaddr), bit(pins.awlen)});
        if (bit(pins.wvalid)) take_beat();
        if (bit(pins.rready)) bit(pins.rvalid) = 0;
        if (bit(pins.bready)) bit(pins.bvalid) = 0;
    }

private:
    struct Burst {
        uint32_t address;
        uint8_t length;
    };

    struct WriteBeat {
        uint8_t data[BusBytes];
        uint64_t strobe;
    };

    void read_beat() {
        const Burst& burst = reads.front();
        uint8_t valid = 0, id = 0;
        client.memory(client.handle, !requested, burst.length, 0, burst.address, 0, 0, 0, 0, data.handle(), 0, &valid, &id,
                      answer.handle(), 1);
        requested = true;
        if (!valid) return;
        answer.store(pins.rdata);
        bit(pins.rvalid) = 1;
        bit(pins.rlast) = beat == burst.length;
        if (beat++ != burst.length) return;
        reads.pop_front();
        requested = false;
        beat = 0;
    }

    void take_beat() {
        WriteBeat next{};
        std::memcpy(next.data, pins.wdata, BusBytes);
        std::memcpy(&next.strobe, pins.wstrb, BusBytes / 8);
        beats.push_back(next);
        count++;
        if (!bit(pins.wlast)) return;
        lengths.push_back(count);
        count = 0;
    }

    // All of a burst, and its response.
    void write_burst() {
        const Burst& burst = writes.front();
        write(1, burst, 0, 0);
        for (; lengths.front() > 0; lengths.front()--) {
            data.load(beats.front().data);
            write(0, burst, 1, beats.front().strobe);
            beats.pop_front();
        }
        lengths.pop_front();
        writes.pop_front();
        bit(pins.bvalid) = 1;
    }

    void write(uint8_t address_valid, const Burst& burst, uint8_t data_valid, uint64_t strobe) {
        uint8_t valid = 0, id = 0;
        client.memory(client.handle, 0, 0, 0, 0, address_valid, burst.length, burst.address, data_valid, data.handle(), strobe,
                      &valid, &id, answer.handle(), 0);
    }

    decltype(vta_pins::memory) pins;
    Beat data, answer;
    std::deque<Burst> reads, writes;
    std::deque<WriteBeat> beats;
    std::deque<int> lengths;
    int count = 0, beat = 0;
    bool requested = false;
};

void reset(vta_device* device) {
    constexpr int Cycles = 4;
    vta_reset(device, 1);
    for (int i = 0; i < Cycles; i++) {
        vta_settle(device);
        vta_edge(device);
    }
    vta_reset(device, 0);
}

}  // namespace

VTA_EXPORT void VTADPIInit(void* handle, SimFunction sim, HostFunction host, MemoryFunction memory) {
    client = {handle, sim, host, memory};
}

VTA_EXPORT int VTADPISim() {
    if (!client.sim || !client.host || !client.memory) {
        std::fputs("VTADPISim: VTADPIInit has to be called first, with three functions\n", stderr);
        std::abort();
    }
    vta_device* device = vta_create(nullptr);
    vta_pins pins;
    vta_bind(device, &pins);
    Host host(pins);
    Memory memory(pins);
    reset(device);
    while (true) {
        uint8_t wait = 0, exit = 0;
        client.sim(client.handle, &wait, &exit);
        if (exit) break;
        if (wait) {
            std::this_thread::sleep_for(std::chrono::milliseconds(1));
            continue;
        }
        host.drive();
        memory.drive();
        vta_settle(device);
        host.observe();
        memory.observe();
        vta_edge(device);
    }
    vta_destroy(device);
    return 0;
}
