using System.Collections.Concurrent;
using System.Numerics;
using Vta.Hdl.Library;
using Vta.Hdl.Testbench;
using Vta.Hdl.Waves;
using static Vta.Hdl.Hw;

namespace Vta.Hdl.Tests.Testbench;

public sealed class SeedTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("hdl-seeds-");
    private readonly Fifo<UInt> _fifo = new(UInt(8), 4);

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void Each_seed_gives_the_same_run_in_parallel_and_alone()
    {
        var design = _fifo.Elaborate();
        var seen = new ConcurrentDictionary<int, IReadOnlyList<BigInteger>>();
        Bench.ForEachSeed(design, [.. Enumerable.Range(1, 40)], bench => seen[bench.Seed] = Values(bench));

        seen.Should().HaveCount(40);
        seen.Values.Select(v => string.Join(' ', v)).Distinct().Should().HaveCount(40, "seeds differ");
        using var alone = new Bench(design, seed: 17);
        Values(alone).Should().Equal(seen[17]);

        IReadOnlyList<BigInteger> Values(Bench bench)
        {
            var sent = bench.Drive(_fifo.Enq, bench.RandomValues(8), stalls: 0.3);
            var received = bench.Take(_fifo.Deq, stalls: 0.5);
            bench.Run(100);
            received.Should().Equal(sent.Take(received.Count));
            return received;
        }
    }

    [Fact]
    public void The_first_seed_that_fails_is_reported_with_its_wave()
    {
        var wave = Path.Combine(_folder.FullName, "failure.vcd");
        var act = () => Bench.ForEachSeed(_fifo.Elaborate(), [.. Enumerable.Range(1, 50)], bench =>
        {
            bench.Run(3);
            if (bench.Seed % 13 == 0)
                throw new InvalidOperationException("unlucky");
        }, wave);

        var failure = act.Should().Throw<SeedFailedException>().Which;
        failure.Seed.Should().Be(13);
        failure.Message.Should().Be($"seed 13 fails (its wave is in {wave}): unlucky");
        failure.InnerException.Should().BeOfType<InvalidOperationException>();
        using var file = File.OpenText(wave);
        new VcdReader(file).Paths.Should().Contain("enq_valid");
    }
}
