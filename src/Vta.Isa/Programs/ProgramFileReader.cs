using Vta.Isa.Files;
using Vta.Isa.Memory;

namespace Vta.Isa.Programs;

/// <summary>Reads the files of a bundle's folder, all together no more than 32-bit addresses reach.</summary>
internal sealed class ProgramFileReader(string folder)
{
    private long left = Dram.AddressLimit;

    /// <summary>The bytes of a file that go to an address.</summary>
    /// <param name="name">The file's name.</param>
    /// <param name="address">Address of its first byte.</param>
    /// <param name="bytes">How many the bundle says there are; null where it does not say.</param>
    /// <param name="sha256">The SHA-256 of the stored file; null where the bundle does not say.</param>
    /// <exception cref="VtaInputException">The file cannot be read, or is not what the bundle says.</exception>
    internal byte[] Read(string name, uint address, long? bytes, string? sha256)
    {
        var path = Path.Combine(folder, name);
        var stored = InputFile.ReadAllBytes(path);
        if (sha256 is not null && ProgramFile.Sha256(stored) is var found && !found.Equals(sha256, StringComparison.OrdinalIgnoreCase))
            throw new VtaInputException($"is damaged: its SHA-256 is {found}, {ProgramBundle.FileName} says {sha256}", path);
        var reach = Dram.AddressLimit - address;
        var most = Math.Min(Math.Min(bytes ?? reach, reach), Math.Min(left, InputFile.MaxBytes));
        var data = ProgramFile.Decode(path, stored, most);
        if (bytes is not null && data?.LongLength != bytes)
            throw new VtaInputException($"holds {(data is null ? "more" : $"{data.Length}")} bytes, {ProgramBundle.FileName} says {bytes}", path);
        if (data is null)
        {
            throw new VtaInputException(
                most == reach
                    ? $"holds more than {reach} bytes; from address 0x{address:x} on they reach beyond 32-bit addresses"
                    : $"holds more than {most} bytes; a file holds at most {InputFile.MaxBytes}, all together {Dram.AddressLimit}",
                path);
        }
        left -= data.Length;
        return data;
    }
}
