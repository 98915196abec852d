namespace Vta.Isa.Tests;

public sealed class VtaConfigFileTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    private static readonly string Valid = File.ReadAllText(Path.Combine(RepositoryFiles.Root, VtaConfig.DefaultFileName));

    [Theory]
    [InlineData("\"LOG_BLOCK\": 4", "\"LOG_BLOK\": 4", ":8: LOG_BLOK: unknown key LOG_BLOK; did you mean LOG_BLOCK?")]
    [InlineData("\"LOG_BLOCK\": 4", "\"SPEED\": 4",
        ":8: SPEED: unknown key SPEED; known are TARGET, HW_VER, LOG_INP_WIDTH, LOG_WGT_WIDTH, LOG_ACC_WIDTH, LOG_BATCH, LOG_BLOCK, "
        + "LOG_UOP_BUFF_SIZE, LOG_INP_BUFF_SIZE, LOG_WGT_BUFF_SIZE, LOG_ACC_BUFF_SIZE, LOG_BLOCK_IN, LOG_BLOCK_OUT, LOG_OUT_WIDTH, "
        + "LOG_OUT_BUFF_SIZE, LOG_BUS_WIDTH, LOG_PAR_BUFF_SIZE, PAD_VALUE, GEMM_OVERWRITE, DEPTHWISE_TAPS")]
    [InlineData("\"LOG_BLOCK\": 4", "\"LOG_BLOCK\": \"four\"", ":8: LOG_BLOCK: LOG_BLOCK is \"four\"; it has to be a whole number")]
    [InlineData("\"LOG_BLOCK\": 4", "\"LOG_BLOCK\": 4.5", ":8: LOG_BLOCK: LOG_BLOCK is \"4.5\"; it has to be a whole number")]
    [InlineData("\"LOG_BLOCK\": 4", "\"LOG_BLOCK\": null", ":8: LOG_BLOCK: LOG_BLOCK is null; it has to be a whole number")]
    [InlineData("\"LOG_BLOCK\": 4", "\"LOG_BLOCK\": [4]", ":8: LOG_BLOCK: LOG_BLOCK is not a single value; it has to be a number or a text")]
    [InlineData("\"LOG_BLOCK\": 4", "\"LOG_BLOCK\": -1", ":8: LOG_BLOCK: LOG_BLOCK is -1; allowed are 0 to 7")]
    [InlineData("\"LOG_BLOCK\": 4,", "", ": missing key LOG_BLOCK")]
    [InlineData("\"LOG_BLOCK\": 4,", "\"LOG_BLOCK\": 4", ":9: not valid JSON at column 3")]
    [InlineData("\"TARGET\": \"sim\"", "\"TARGET\": \"\"", ":2: TARGET: TARGET is empty; it has to be a text")]
    public void Mistakes_are_shown_with_their_line(string valid, string mistake, string message)
    {
        var path = folder.Write("c.json", Valid.Replace(valid, mistake, StringComparison.Ordinal));
        var load = () => VtaConfig.Load(path);
        load.Should().Throw<VtaInputException>().Which.Line.Should().Be(path + message);
    }

    [Theory]
    [InlineData("LOG_BATCH")]
    [InlineData("log_batch")]
    public void A_key_given_twice_is_refused(string key)
    {
        var path = folder.Write("c.json", Valid.Replace("\"LOG_BATCH\": 0", $"\"LOG_BATCH\": 0, \"{key}\": 1", StringComparison.Ordinal));
        var load = () => VtaConfig.Load(path);
        load.Should().Throw<VtaInputException>().Which.Line
            .Should().Be($"{path}:7: {key}: the key is given twice; upper and lower case are the same");
    }

    [Fact]
    public void A_byte_order_mark_is_accepted()
    {
        var path = folder.Write("c.json", "\uFEFF" + Valid);
        VtaConfig.Load(path).Model.Should().Be(VtaConfig.Default.Model);
        folder.Write("c.json", "\uFEFF" + Valid.Replace("\"LOG_BLOCK\": 4", "\"LOG_BLOCK\": 40", StringComparison.Ordinal));
        FluentActions.Invoking(() => VtaConfig.Load(path)).Should().Throw<VtaInputException>().Which.Where.Should().Be($"{path}:8: LOG_BLOCK");
    }

    [Fact]
    public void Text_that_would_move_a_terminals_cursor_is_refused()
    {
        var path = folder.Write("c.json", Valid.Replace("\"sim\"", "\"\\u001b[2J\"", StringComparison.Ordinal));
        FluentActions.Invoking(() => VtaConfig.Load(path)).Should().Throw<VtaInputException>().Which.Line
            .Should().Be($"{path}:2: TARGET: TARGET is \"\\u001b[2J\"; it has to be a text without control characters");
    }

    [Fact]
    public void A_folder_is_no_file() => FluentActions.Invoking(() => VtaConfig.Load(folder.Path)).Should().Throw<VtaInputException>()
        .Which.Line.Should().Be($"{folder.Path}: is a folder; it has to be a file");

    [Theory]
    [InlineData("", "the name of a file is empty")]
    [InlineData("a\0b", "a\\u0000b: is not the name of a file: it has a NUL in it")]
    public void Not_every_text_is_the_name_of_a_file(string path, string line) =>
        FluentActions.Invoking(() => VtaConfig.Load(path)).Should().Throw<VtaInputException>().Which.Line.Should().Be(line);

    [Fact]
    public void A_missing_file_is_named()
    {
        var load = () => VtaConfig.Load("nowhere/c.json");
        load.Should().Throw<VtaInputException>().Which.Line.Should().Be("nowhere/c.json: no such file");
    }

    [Fact]
    public void An_empty_file_is_not_valid()
    {
        var path = folder.Write("c.json", "");
        var load = () => VtaConfig.Load(path);
        load.Should().Throw<VtaInputException>().Which.Line.Should().Be($"{path}:1: not valid JSON at column 1");
    }

    [Fact]
    public void Comments_and_lower_case_are_accepted()
    {
        var text = "// a comment\n" + Valid.Replace("LOG_BLOCK", "log_block", StringComparison.Ordinal);
        VtaConfig.Load(folder.Write("c.json", text)).Model.Should().Be(VtaConfig.Default.Model);
    }

    [Fact]
    public void Environment_variables_override_keys()
    {
        var path = folder.Write("c.json", Valid);
        WithVariable("VTA_LOG_BATCH", "1", () => VtaConfig.Load(path).Batch.Should().Be(2));
        WithVariable("VTA_RPC_HOST", "192.168.2.99", () => VtaConfig.Load(path).Batch.Should().Be(1));
        WithVariable("VTA_LOG_BATCH", "lots", () => FluentActions.Invoking(() => VtaConfig.Load(path)).Should().Throw<VtaInputException>()
            .Which.Line.Should().Be("environment: VTA_LOG_BATCH: LOG_BATCH is \"lots\"; it has to be a whole number"));
        WithVariable("VTA_LOG_BACH", "1", () => FluentActions.Invoking(() => VtaConfig.Load(path)).Should().Throw<VtaInputException>()
            .Which.Line.Should().Be("environment: VTA_LOG_BACH: unknown key LOG_BACH; did you mean LOG_BATCH?"));
    }

    [Fact]
    public void A_variable_in_two_spellings_is_refused()
    {
        var path = folder.Write("c.json", Valid);
        WithVariable("VTA_LOG_BATCH", "1", () => WithVariable("VTA_log_batch", "2", () => FluentActions.Invoking(() => VtaConfig.Load(path))
            .Should().Throw<VtaInputException>().Which.Line
            .Should().Be("environment: VTA_LOG_BATCH and VTA_log_batch: are the same variable; give one of them")));
    }

    public void Dispose() => folder.Dispose();

    private static void WithVariable(string name, string value, Action action)
    {
        Environment.SetEnvironmentVariable(name, value);
        try
        {
            action();
        }
        finally
        {
            Environment.SetEnvironmentVariable(name, null);
        }
    }
}
