using System.Globalization;
using System.Xml.Linq;

namespace Vta.Hdl.Library.Registers;

/// <summary>Register maps as a device in CMSIS-SVD 1.3, which debuggers and generators of drivers read.</summary>
public static class SvdFile
{
    private static readonly XNamespace s_schema = "http://www.w3.org/2001/XMLSchema-instance";

    /// <summary>The text of the file.</summary>
    /// <param name="device">The device's name.</param>
    /// <param name="description">One line about it.</param>
    /// <param name="peripherals">Its peripherals, each with the address of its first byte.</param>
    public static string Of(string device, string description, params IEnumerable<(RegisterMap Map, uint Address)> peripherals) =>
        new XDeclaration("1.0", "utf-8", null) + "\n" + new XElement(
            "device",
            new XAttribute("schemaVersion", "1.3"),
            new XAttribute(XNamespace.Xmlns + "xs", s_schema),
            new XAttribute(s_schema + "noNamespaceSchemaLocation", "CMSIS-SVD.xsd"),
            new XElement("name", device),
            new XElement("version", "1.0"),
            new XElement("description", description),
            new XElement("addressUnitBits", 8),
            new XElement("width", Register.Width),
            new XElement("peripherals", peripherals.Select(p => Peripheral(p.Map, p.Address)))).ToString().ReplaceLineEndings("\n") + "\n";

    private static XElement Peripheral(RegisterMap map, uint address) => new(
        "peripheral",
        new XElement("name", map.Name),
        new XElement("description", map.Description),
        new XElement("baseAddress", Hex(address)),
        new XElement("addressBlock", new XElement("offset", Hex(0)), new XElement("size", Hex((uint)map.Bytes)), new XElement("usage", "registers")),
        new XElement("registers", map.Registers.Select(OfRegister)));

    private static XElement OfRegister(Register register) => new(
        "register",
        new XElement("name", register.Name),
        new XElement("description", register.Description),
        new XElement("addressOffset", Hex((uint)register.Offset)),
        new XElement("size", Register.Width),
        new XElement("access", !register.IsReadable ? "write-only" : register.IsWritable ? "read-write" : "read-only"),
        new XElement("resetValue", Hex(register.Reset)),
        new XElement("resetMask", Hex(register.Fields.Where(f => f.HasReset).Aggregate(0u, (all, f) => all | f.Mask))),
        register.HasStrobes ? new XElement("readAction", "modifyExternal") : null,
        register.Fields.Count > 0 ? new XElement("fields", register.Fields.OrderBy(f => f.Offset).Select(Field)) : null);

    private static XElement Field(RegisterField field) => new(
        "field",
        new XElement("name", field.Name),
        new XElement("description", field.Description),
        new XElement("bitOffset", field.Offset),
        new XElement("bitWidth", field.Width),
        new XElement("access", field.Access switch
        {
            FieldAccess.ReadOnly or FieldAccess.Constant => "read-only",
            FieldAccess.Pulse => "write-only",
            _ => "read-write",
        }),
        field.Access == FieldAccess.WriteOneToClear ? new XElement("modifiedWriteValues", "oneToClear") : null);

    private static string Hex(uint value) => string.Create(CultureInfo.InvariantCulture, $"0x{value:x8}");
}
