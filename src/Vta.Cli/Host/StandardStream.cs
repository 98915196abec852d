using Vta.Isa;

namespace Vta.Cli.Host;

/// <summary>Standard output or standard error: what happens where it is full or closed.</summary>
/// <param name="stream">The stream of the process.</param>
/// <param name="name">How a message names it; null where nobody would see one, and what cannot be written is lost.</param>
internal sealed class StandardStream(Stream stream, string? name) : Stream
{
    /// <summary>How messages name standard output.</summary>
    public const string OutputName = "standard output";

    public override bool CanRead => false;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    /// <exception cref="VtaInputException">It cannot be written, and has a name.</exception>
    public override void Write(byte[] buffer, int offset, int count)
    {
        try
        {
            stream.Write(buffer, offset, count);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ObjectDisposedException)
        {
            if (name is not null) throw new VtaInputException($"cannot be written: {exception.Message.TrimEnd('.')}", name);
        }
    }

    public override void Flush() => stream.Flush();

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();
}
