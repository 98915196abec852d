// The C interface between a simulated accelerator and whoever runs it: they get the addresses of the port signals, and from then on
// read and write them in place. A cycle is: write the inputs, vta_settle, read the outputs, vta_edge.
#pragma once

#define VTA_EXPORT extern "C" __attribute__((visibility("default")))

struct vta_device;

// In the order of AxiPins and AxiLitePins in the runtime.
struct vta_pins {
    struct {
        void *arvalid, *arready, *araddr, *arlen;
        void *rvalid, *rready, *rdata, *rresp, *rlast;
        void *awvalid, *awready, *awaddr, *awlen;
        void *wvalid, *wready, *wdata, *wstrb, *wlast;
        void *bvalid, *bready, *bresp;
    } memory;
    struct {
        void *awvalid, *awready, *awaddr, *wvalid, *wready, *wdata, *bvalid, *bready;
        void *arvalid, *arready, *araddr, *rvalid, *rready, *rdata;
    } host;
};

// A new accelerator; the argument is the waveform's file. Null where that cannot be written.
VTA_EXPORT vta_device* vta_create(const char* trace_file);

VTA_EXPORT void vta_destroy(vta_device* device);

// Fills in where the signals lie.
VTA_EXPORT void vta_bind(vta_device* device, vta_pins* pins);

// Taken like an input: seen from the edge after the next one on.
VTA_EXPORT void vta_reset(vta_device* device, int on);

VTA_EXPORT void vta_settle(vta_device* device);

VTA_EXPORT void vta_edge(vta_device* device);
