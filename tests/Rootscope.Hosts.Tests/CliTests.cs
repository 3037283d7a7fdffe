namespace Rootscope.Hosts.Tests;

public class CliTests
{
    [Fact]
    public void The_assembly_loads() => Assert.NotEmpty(Storage.EmbeddedTables.Names);
}
