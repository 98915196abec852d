using System.Text.Json;
using System.Text.Json.Serialization;

namespace Vta.Isa;

/// <summary>What a run did, in VTA's counters. Bytes count elements that crossed to or from DRAM, without padding.</summary>
public sealed record LaunchStatistics
{
    [JsonPropertyName("inp_load_nbytes")]
    public long InpLoadBytes { get; init; }

    [JsonPropertyName("wgt_load_nbytes")]
    public long WgtLoadBytes { get; init; }

    [JsonPropertyName("acc_load_nbytes")]
    public long AccLoadBytes { get; init; }

    [JsonPropertyName("uop_load_nbytes")]
    public long UopLoadBytes { get; init; }

    [JsonPropertyName("out_store_nbytes")]
    public long OutStoreBytes { get; init; }

    /// <summary>GEMM steps, reset steps excluded.</summary>
    [JsonPropertyName("gemm_counter")]
    public long GemmSteps { get; init; }

    /// <summary>ALU vector operations.</summary>
    [JsonPropertyName("alu_counter")]
    public long AluSteps { get; init; }

    /// <summary>Accumulator elements written by GEMM, reset, ALU and LOAD, padding included.</summary>
    [JsonPropertyName("acc_write_counter")]
    public long AccWrites { get; init; }

    /// <summary>Cycles from launch to done; null on a backend without cycles.</summary>
    [JsonPropertyName("cycle_count")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public long? CycleCount { get; init; }

    /// <summary>The sum over two runs, for programs of several launches.</summary>
    public static LaunchStatistics operator +(LaunchStatistics left, LaunchStatistics right) => new()
    {
        InpLoadBytes = left.InpLoadBytes + right.InpLoadBytes,
        WgtLoadBytes = left.WgtLoadBytes + right.WgtLoadBytes,
        AccLoadBytes = left.AccLoadBytes + right.AccLoadBytes,
        UopLoadBytes = left.UopLoadBytes + right.UopLoadBytes,
        OutStoreBytes = left.OutStoreBytes + right.OutStoreBytes,
        GemmSteps = left.GemmSteps + right.GemmSteps,
        AluSteps = left.AluSteps + right.AluSteps,
        AccWrites = left.AccWrites + right.AccWrites,
        CycleCount = left.CycleCount + right.CycleCount,
    };

    /// <summary>The counters as TVM's simulator prints them. It has no counter of accumulator writes, which is for comparing backends.</summary>
    public override string ToString() => "Execution statistics:" + string.Concat(JsonSerializer.SerializeToNode(this)!.AsObject()
        .Where(counter => counter.Key != "acc_write_counter").Select(counter => $"\n\t{counter.Key,-16}: {counter.Value,16}"));
}
