// What vta_harness.h declares, for the model that Verilator made.
//
// The accelerator is in a shell that takes its inputs at the rising edge. So that edge comes when the inputs of a cycle are there: it ends the cycle
// before, begins this one, and all is computed once. At the falling edge nothing is.
#include "vta_harness.h"

#include "VVta.h"
#include "verilated.h"
#if VM_TRACE
#include "verilated_fst_c.h"
#endif

struct vta_device {
    VerilatedContext context;
    VVta top{&context, "vta"};
    bool reset = false;
#if VM_TRACE
    VerilatedFstC trace;
#endif
};

VTA_EXPORT vta_device* vta_create(const char* trace_file) {
    auto* device = new vta_device;
#if VM_TRACE
    device->context.traceEverOn(true);
    device->top.trace(&device->trace, 99);
    device->trace.open(trace_file);
    if (!device->trace.isOpen()) {
        delete device;
        return nullptr;
    }
#else
    (void)trace_file;
#endif
    return device;
}

VTA_EXPORT void vta_destroy(vta_device* device) {
    device->top.final();
#if VM_TRACE
    device->trace.close();
#endif
    delete device;
}

VTA_EXPORT void vta_bind(vta_device* device, vta_pins* pins) {
    auto& top = device->top;
    pins->memory = {
        &top.m_axi_arvalid, &top.m_axi_arready, &top.m_axi_araddr, &top.m_axi_arlen,
        &top.m_axi_rvalid, &top.m_axi_rready, &top.m_axi_rdata, &top.m_axi_rresp, &top.m_axi_rlast,
        &top.m_axi_awvalid, &top.m_axi_awready, &top.m_axi_awaddr, &top.m_axi_awlen,
        &top.m_axi_wvalid, &top.m_axi_wready, &top.m_axi_wdata, &top.m_axi_wstrb, &top.m_axi_wlast,
        &top.m_axi_bvalid, &top.m_axi_bready, &top.m_axi_bresp,
    };
    pins->host = {
        &top.s_axi_awvalid, &top.s_axi_awready, &top.s_axi_awaddr, &top.s_axi_wvalid, &top.s_axi_wready, &top.s_axi_wdata,
        &top.s_axi_bvalid, &top.s_axi_bready,
        &top.s_axi_arvalid, &top.s_axi_arready, &top.s_axi_araddr, &top.s_axi_rvalid, &top.s_axi_rready, &top.s_axi_rdata,
    };
}

VTA_EXPORT void vta_reset(vta_device* device, int on) { device->reset = on; }

// Half a cycle each; a waveform has two time steps a cycle.
static inline void evaluate(vta_device* device, int clock) {
    device->top.clock = clock;
    device->top.eval();
#if VM_TRACE
    device->trace.dump(device->context.time());
    device->context.timeInc(1);
#endif
}

VTA_EXPORT void vta_settle(vta_device* device) {
    evaluate(device, 1);
    device->top.reset = device->reset;
}

VTA_EXPORT void vta_edge(vta_device* device) { evaluate(device, 0); }
