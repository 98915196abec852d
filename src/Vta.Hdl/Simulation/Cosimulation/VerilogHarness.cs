using System.Text;
using Vta.Hdl.Ir;

namespace Vta.Hdl.Simulation.Cosimulation;

/// <summary>The C++ around a module that Verilator has translated: functions that make one, and set and read its pins by number.</summary>
internal static class VerilogHarness
{
    /// <summary>The name of the class that Verilator makes.</summary>
    public const string Class = "Vbox";

    /// <summary>The text for the pins of a black box: its ports in order, then clock and reset where it has them.</summary>
    public static string Of(IReadOnlyList<string> pins)
    {
        var text = new StringBuilder($$"""
            #include "{{Class}}.h"
            #include <cstdint>
            #include <memory>
            #include <type_traits>

            // A value is words of 32 bits, the lowest first: numbers of up to 64 bits are integers to Verilator, others arrays.
            template <class T> static void set(T& pin, const uint32_t* words) {
                if constexpr (std::is_integral_v<T>) {
                    pin = (T)(sizeof(T) > 4 ? words[0] | (uint64_t)words[1] << 32 : words[0]);
                } else {
                    for (size_t i = 0; i < sizeof(T) / 4; i++) pin[i] = words[i];
                }
            }

            template <class T> static void get(const T& pin, uint32_t* words) {
                if constexpr (std::is_integral_v<T>) {
                    words[0] = (uint32_t)pin;
                    if (sizeof(T) > 4) words[1] = (uint32_t)((uint64_t)pin >> 32);
                } else {
                    for (size_t i = 0; i < sizeof(T) / 4; i++) words[i] = pin[i];
                }
            }

            struct Box {
                VerilatedContext context;
                {{Class}} model{&context};
            };

            #define EXPORT extern "C" __attribute__((visibility("default")))

            EXPORT Box* box_create() { return new Box; }
            EXPORT void box_destroy(Box* box) { box->model.final(); delete box; }
            EXPORT void box_eval(Box* box) { box->model.eval(); }


            """);
        Write("box_set(Box* box, int pin, const uint32_t* words)", "set");
        Write("box_get(Box* box, int pin, uint32_t* words)", "get");
        return text.ToString();

        void Write(string signature, string function)
        {
            text.Append($"EXPORT void {signature} {{\n    switch (pin) {{\n");
            for (var i = 0; i < pins.Count; i++)
                text.Append($"        case {i}: {function}(box->model.{pins[i]}, words); break;\n");
            text.Append("    }\n}\n\n");
        }
    }

    /// <summary>The pins of a black box in the order of their numbers.</summary>
    public static IReadOnlyList<string> PinsOf(ExternalModule box) =>
        [.. box.PinNames, .. box.ClockPin is { } clock ? [clock] : Array.Empty<string>(), .. box.ResetPin is { } reset ? [reset] : Array.Empty<string>()];
}
