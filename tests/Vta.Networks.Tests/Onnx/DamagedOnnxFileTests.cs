using Vta.Networks.Onnx;

namespace Vta.Networks.Tests.Onnx;

public sealed class DamagedOnnxFileTests
{
    [Fact]
    public void A_damaged_model_is_read_or_refused() => Damage.Check(
        [
            .. Enumerable.Range(0, RandomOnnxOperator.Kinds).Select(RandomOnnxOperator.Create)
                .SelectMany(model => new[] { model.Qdq, model.QLinear }).OfType<byte[]>(),
        ],
        content => OnnxReader.Read(content, "damaged"));
}
