using System.Xml.Linq;
using Vta.Hdl.Library.Registers;
using Vta.Hdl.Tests.Verilog;
using Vta.TestSupport;

namespace Vta.Hdl.Tests.Library.Registers;

/// <summary>What those who write drivers get of a register map.</summary>
public sealed class RegisterDocumentsTests
{
    /// <summary>The order that the schema of CMSIS-SVD 1.3 has for the children of each element, as far as they are used.</summary>
    private static readonly Dictionary<string, string[]> s_order = new()
    {
        ["device"] = ["vendor", "vendorID", "name", "series", "version", "description", "licenseText", "cpu", "headerSystemFilename",
            "headerDefinitionsPrefix", "addressUnitBits", "width", "size", "access", "protection", "resetValue", "resetMask", "peripherals", "vendorExtensions"],
        ["peripherals"] = ["peripheral"],
        ["peripheral"] = ["name", "version", "description", "alternatePeripheral", "groupName", "prependToName", "appendToName", "headerStructName",
            "disableCondition", "baseAddress", "size", "access", "protection", "resetValue", "resetMask", "addressBlock", "interrupt", "registers"],
        ["addressBlock"] = ["offset", "size", "usage", "protection"],
        ["registers"] = ["register"],
        ["register"] = ["name", "displayName", "description", "alternateGroup", "alternateRegister", "addressOffset", "size", "access", "protection",
            "resetValue", "resetMask", "dataType", "modifiedWriteValues", "writeConstraint", "readAction", "fields"],
        ["fields"] = ["field"],
        ["field"] = ["name", "description", "bitOffset", "bitWidth", "access", "modifiedWriteValues", "writeConstraint", "readAction", "enumeratedValues"],
    };

    private static readonly RegisterMap s_map = new TestMap().Map;

    [Fact]
    public void The_header_is_that_of_the_golden_file() => GoldenFile.Verify("device_registers.h", CHeader.Of(s_map));

    [Fact]
    public void The_page_is_that_of_the_golden_file() => GoldenFile.Verify("device_registers.md", RegisterPage.Of(s_map));

    [Fact]
    public void The_SVD_is_that_of_the_golden_file() => GoldenFile.Verify("device_registers.svd", Svd());

    [ToolFact("gcc")]
    public void A_C_compiler_finds_the_registers_at_their_addresses()
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(Path.Combine(folder.Path, "device.h"), CHeader.Of(s_map));
        var checks = s_map.Registers.Select(r =>
            $"_Static_assert(offsetof(struct device_registers, {r.Name}) == DEVICE_{r.Name}_OFFSET && DEVICE_{r.Name}_OFFSET == {r.Offset}, \"\");\n");
        var main = Path.Combine(folder.Path, "main.c");
        File.WriteAllText(main, $$"""
            #include <stddef.h>
            #include "device.h"
            #include "device.h"
            {{string.Concat(checks)}}
            _Static_assert(DEVICE_CONTROL_DIVISOR_MASK == 0xfff0 && DEVICE_CONTROL_DIVISOR_SHIFT == 4 && DEVICE_CONTROL_RESET == 0x3451, "");
            uint32_t level(struct device_registers *d) { d->CONTROL |= DEVICE_CONTROL_CLEAR_MASK; return d->STATUS & DEVICE_STATUS_LEVEL_MASK; }
            """);

        ExternalTool.Run("gcc", "-std=c11", "-Wall", "-Wextra", "-Wpedantic", "-Werror", "-c", main, "-o", "/dev/null").Should().Be((0, ""));
        ExternalTool.Run("gcc", "-x", "c++", "-Wall", "-Wextra", "-Werror", "-fsyntax-only", Path.Combine(folder.Path, "device.h")).ExitCode.Should().Be(0);

        File.AppendAllText(main, "\nvoid reset(struct device_registers *d) { d->STATUS = 0; }\n");
        ExternalTool.Run("gcc", "-std=c11", "-c", main, "-o", "/dev/null").Output.Should().Contain("read-only");
    }

    [Fact]
    public void The_SVD_has_its_elements_in_the_order_of_the_standard()
    {
        var device = XDocument.Parse(Svd()).Root!;

        device.Attribute("schemaVersion")!.Value.Should().Be("1.3");
        foreach (var element in device.DescendantsAndSelf().Where(e => e.HasElements))
        {
            var places = element.Elements().Select(e => Array.IndexOf(s_order[element.Name.LocalName], e.Name.LocalName)).ToArray();
            places.Should().NotContain(-1, "all children of {0} are in the standard", element.Name).And.BeInAscendingOrder();
        }
        device.Descendants("field").Single(f => f.Element("name")!.Value == "EVENTS").Element("modifiedWriteValues")!.Value.Should().Be("oneToClear");
        device.Descendants("baseAddress").Select(a => a.Value).Should().Equal("0x40001000", "0x40002000");
    }

    public static TheoryData<Func<RegisterMap>, string> Mistakes => new()
    {
        { () => Map(new Register("A", 2, "", [])), "A is at 2; registers are at multiples of 4" },
        { () => Map(new("A", 0, "", []), new("B", 0, "", [])), "A and B are both at 0h" },
        { () => Map(new("A", 0, "", []), new("a", 4, "", [])), "2 registers are called A" },
        { () => Map(new Register("1A", 0, "", [])), "a register is called '1A'; a name is one in C: letters, digits and _, no digit first, and no keyword" },
        { () => Map(new Register("default", 0, "", [])), "a register is called 'default'; a name is one in C: letters, digits and _, no digit first, and no keyword" },
        { () => Map(), "it has no registers" },
        { () => Map(Fields(new RegisterField("F", FieldAccess.ReadWrite, 30, 3, ""))), "A.F has 3 bits from bit 30 on; a register has 32" },
        { () => Map(Fields(new RegisterField("F", FieldAccess.ReadWrite, 0, 3, ""), new("G", FieldAccess.ReadWrite, 2, 1, ""))), "A.G has bits of another field" },
        { () => Map(Fields(new RegisterField("F", FieldAccess.ReadWrite, 0, 3, "", 8))), "the reset value 8 of A.F does not fit 3 bits" },
        { () => Map(Fields(new RegisterField("F", FieldAccess.ReadOnly, 0, 3, "", 1))), "A.F is shown by the hardware: it has no reset value" },
        { () => new RegisterField("F", FieldAccess.ReadWrite, 0, 3, "") is var f ? Map(new("A", 0, "", [f]), new("B", 4, "", [f])) : null!,
            "A and B share the field object F; make a new one for each" },
    };

    [Theory]
    [MemberData(nameof(Mistakes))]
    public void A_map_that_cannot_be_is_refused(Func<RegisterMap> make, string problem) =>
        make.Should().Throw<Vta.Hdl.Diagnostics.HdlException>().WithMessage($"*RegisterDocumentsTests.cs:*: HW0011: register map M: {problem}");

    [Fact]
    public void An_address_that_is_too_short_for_the_map_is_refused() =>
        FluentActions.Invoking(() => new ApbSlave(s_map, 5).Elaborate()).Should().Throw<Vta.Hdl.Diagnostics.HdlException>()
            .WithMessage("*HW0011: DeviceApb needs addressWidth >= map.AddressWidth*");

    private static string Svd() => SvdFile.Of("Board", "A device for tests.", (s_map, 0x40001000u), (new RegisterMap("Other", "Another.", [new("A", 0, "One.", [])]), 0x40002000u));

    private static RegisterMap Map(params IReadOnlyList<Register> registers) => new("M", "", registers);

    private static Register Fields(params IReadOnlyList<RegisterField> fields) => new("A", 0, "", fields);
}
