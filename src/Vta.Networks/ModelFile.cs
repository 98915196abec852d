using Vta.Isa;
using Vta.Isa.Files;
using Vta.Networks.Graph;
using Vta.Networks.Graph.Tensors;
using Vta.Networks.Numbers;
using Vta.Networks.Onnx;
using Vta.Networks.Tflite;

namespace Vta.Networks;

/// <summary>Models as files.</summary>
public static class ModelFile
{
    /// <summary>Reads a model of any supported format.</summary>
    /// <param name="path">The file.</param>
    /// <param name="rounding">How results are rounded; null for the rule of the format: double for TFLite, float for ONNX.</param>
    /// <exception cref="VtaInputException">
    /// The file cannot be read, is broken, or has something that is not supported: node, operator and attribute are named.
    /// </exception>
    public static Network Load(string path, RoundingRule? rounding = null)
    {
        var content = InputFile.ReadAllBytes(path, NetworkLimits.FileBytes);
        try
        {
            return Read(content, Path.GetFileNameWithoutExtension(path), rounding);
        }
        catch (VtaInputException fault)
        {
            throw new VtaInputException(fault.Message, fault.Where is null ? path : $"{path}: {fault.Where}");
        }
    }

    private static Network Read(byte[] content, string name, RoundingRule? rounding) => TfliteReader.Accepts(content)
        ? TfliteReader.Read(content, name, rounding ?? RoundingRule.Double)
        : OnnxReader.Read(content, name, rounding ?? RoundingRule.Float);
}
