using System.Runtime.InteropServices;
using Microsoft.ML.OnnxRuntime;
using Microsoft.ML.OnnxRuntime.Tensors;
using Vta.Networks.Graph.Tensors;
using Tensor = Vta.Networks.Graph.Tensors.Tensor;

namespace Vta.Networks.Tests.Onnx;

/// <summary>Runs models with Microsoft's ONNX Runtime.</summary>
internal static class OnnxRuntimeWitness
{
    /// <summary>The bytes of each output.</summary>
    /// <param name="model">The file.</param>
    /// <param name="inputs">The network that has the same inputs, and their bytes.</param>
    internal static IReadOnlyList<byte[]> Run(byte[] model, IEnumerable<(Tensor Tensor, byte[] Bytes)> inputs)
    {
        using var options = new SessionOptions
        {
            // Fused nodes have formulas of their own.
            GraphOptimizationLevel = GraphOptimizationLevel.ORT_DISABLE_ALL,
            IntraOpNumThreads = 1,
            LogSeverityLevel = OrtLoggingLevel.ORT_LOGGING_LEVEL_ERROR,
        };
        // Without it, kernels for processors without VNNI add two products of 8 bits in 16, which saturates.
        options.AddSessionConfigEntry("session.x64quantprecision", "1");
        using var session = new InferenceSession(model, options);
        var values = inputs.ToDictionary(input => input.Tensor.Name, input => Value(input.Tensor, input.Bytes));
        using var run = new RunOptions();
        using var results = session.Run(run, values, session.OutputNames);
        return [.. results.Select(Bytes)];
    }

    private static OrtValue Value(Tensor tensor, byte[] bytes)
    {
        long[] shape = [.. tensor.Shape.Dimensions.Select(extent => (long)extent)];
        return tensor.Type switch
        {
            ElementType.Int8 => OrtValue.CreateTensorValueFromMemory(MemoryMarshal.Cast<byte, sbyte>(bytes).ToArray(), shape),
            ElementType.UInt8 => OrtValue.CreateTensorValueFromMemory(bytes, shape),
            _ => OrtValue.CreateTensorValueFromMemory(MemoryMarshal.Cast<byte, float>(bytes).ToArray(), shape),
        };
    }

    private static byte[] Bytes(OrtValue value) => value.GetTensorTypeAndShape().ElementDataType switch
    {
        TensorElementType.Int8 => MemoryMarshal.AsBytes(value.GetTensorDataAsSpan<sbyte>()).ToArray(),
        TensorElementType.UInt8 => value.GetTensorDataAsSpan<byte>().ToArray(),
        TensorElementType.Int32 => MemoryMarshal.AsBytes(value.GetTensorDataAsSpan<int>()).ToArray(),
        _ => MemoryMarshal.AsBytes(value.GetTensorDataAsSpan<float>()).ToArray(),
    };
}
