using Vta.Isa;
using Vta.Isa.Instructions;
using Vta.Isa.Launch;
using Vta.Isa.Programs;
using Vta.Runtime;
using Vta.Runtime.Bundles;
using Vta.TestSupport;

namespace Vta.Conformance.Tests.Suite;

/// <summary>What every target must do. A target's tests run each of <see cref="Cases"/>, so that none can be left out for one of them.</summary>
/// <param name="target">The target.</param>
/// <param name="memory">How memory behaves, where the target has cycles.</param>
internal sealed partial class DeviceSuite(string target, MemoryTiming? memory = null)
{
    private static readonly VtaConfig s_config = VtaConfig.Default;
    private static readonly InstructionLayout s_layout = s_config.Layout;

    /// <summary>The cases by name.</summary>
    private static readonly IReadOnlyDictionary<string, Action<DeviceSuite>> s_cases = new Dictionary<string, Action<DeviceSuite>>
    {
        [nameof(Two_launches_on_one_device_are_as_good_as_two_devices)] = suite => suite.Two_launches_on_one_device_are_as_good_as_two_devices(),
        [nameof(On_chip_memories_are_kept_from_launch_to_launch)] = suite => suite.On_chip_memories_are_kept_from_launch_to_launch(),
        [nameof(An_index_past_its_buffer_wraps_and_is_told)] = suite => suite.An_index_past_its_buffer_wraps_and_is_told(),
        [nameof(An_undefined_instruction_is_skipped_and_told)] = suite => suite.An_undefined_instruction_is_skipped_and_told(),
        [nameof(An_operation_that_the_device_lacks_is_skipped_and_told)] = suite => suite.An_operation_that_the_device_lacks_is_skipped_and_told(),
        [nameof(A_bus_error_is_told)] = suite => suite.A_bus_error_is_told(),
        [nameof(Tokens_left_over_are_told_and_no_fault)] = suite => suite.Tokens_left_over_are_told_and_no_fault(),
        [nameof(A_token_that_never_comes_is_told)] = suite => suite.A_token_that_never_comes_is_told(),
        [nameof(A_program_without_FINISH_is_told)] = suite => suite.A_program_without_FINISH_is_told(),
        [nameof(A_queue_that_fills_up_behind_a_wait_is_a_deadlock)] = suite => suite.A_queue_that_fills_up_behind_a_wait_is_a_deadlock(),
        [nameof(The_least_faulting_instruction_is_named)] = suite => suite.The_least_faulting_instruction_is_named(),
        [nameof(FINISH_lets_instructions_before_it_push_their_tokens)] = suite => suite.FINISH_lets_instructions_before_it_push_their_tokens(),
        [nameof(A_launch_beyond_memory_is_refused)] = suite => suite.A_launch_beyond_memory_is_refused(),
    };

    // What the last launch left over, in words.
    private IReadOnlyList<string> notes = [];

    /// <summary>Names of the cases that every target runs.</summary>
    public static IEnumerable<string> Cases => s_cases.Keys;

    /// <summary>Names of the bundles in the repository.</summary>
    public static IEnumerable<string> Bundles => Directory.GetDirectories(BundleFolder).Select(folder => Path.GetFileName(folder)!).Order(StringComparer.Ordinal);

    private static string BundleFolder => Path.Combine(GoldenFile.Repository, "tests", "programs");

    public void Run(string name) => s_cases[name](this);

    /// <summary>Runs a bundle, compares its memory with what it expects, and gives its statistics.</summary>
    public LaunchStatistics RunBundle(string name)
    {
        var bundle = ProgramBundle.Load(Path.Combine(BundleFolder, name));
        using var device = Devices.Create(target, bundle.Config, Options);
        var result = BundleRunner.Run(bundle, device);
        result.Mismatches.Should().BeEmpty();
        return result.Statistics;
    }

    private DeviceOptions Options => new() { Memory = memory ?? new() };

    private IDevice Create() => Devices.Create(target, s_config, Options);

    /// <summary>Puts a program at a place of its own, runs it, and gives the message of its fault; null where there is none.</summary>
    private string? Launch(IDevice device, params InstructionWord[] words)
    {
        const uint Address = 0x10_0000;
        var bytes = new byte[words.Length * InstructionWord.Bytes];
        for (var i = 0; i < words.Length; i++)
            words[i].Write(bytes.AsSpan(i * InstructionWord.Bytes));
        device.Dram.Write(Address, bytes);
        var request = new LaunchRequest(Address, (uint)words.Length);
        var result = device.Launch(request);
        try
        {
            notes = [.. result.LeftoverTokens(device.Config, device.Dram, request).Select(tokens => $"{tokens}")];
            result.ThrowOnFault(device.Config, device.Dram, request);
            return null;
        }
        catch (VtaFaultException fault)
        {
            return fault.Message;
        }
    }

    private static InstructionWord Finish(Dependencies dependencies = Dependencies.None) =>
        InstructionWords.Finish(s_layout) with { Low = InstructionWords.Finish(s_layout).Low | ((ulong)dependencies << s_layout.Common.PopPrev.Offset) };

    private static InstructionWord Load(MemoryId id, int sram, uint dram, int rows, int size, Dependencies dependencies = Dependencies.None) =>
        new MemoryInstruction(Opcode.Load, dependencies, id, sram, dram, rows, size, size).Encode(s_layout);

    private static InstructionWord Store(int sram, uint dram, int size, Dependencies dependencies = Dependencies.None) =>
        new MemoryInstruction(Opcode.Store, dependencies, MemoryId.Out, sram, dram, 1, size, size).Encode(s_layout);

    private static byte[] Read(IDevice device, uint address, int length)
    {
        var bytes = new byte[length];
        device.Dram.Read(address, bytes);
        return bytes;
    }
}
