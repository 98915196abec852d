using Vta.Networks.Tflite;
using Vta.TestSupport;

namespace Vta.Networks.Tests.Tflite;

public sealed class DamagedFileTests
{
    [Fact]
    public void A_damaged_model_is_read_or_refused() => Damage.Check(
        [
            .. GoldenModel.Names.Select(GoldenModel.PathOf).Select(File.ReadAllBytes),
            .. Enumerable.Range(0, RandomTfliteOperator.Kinds).Select(seed => RandomTfliteOperator.Create(seed).Model),
        ],
        content => TfliteReader.Read(content, "damaged"));
}
