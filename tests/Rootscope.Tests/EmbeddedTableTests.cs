namespace Rootscope.Tests;

public class EmbeddedTableTests
{
    [Fact]
    public void China_2020_has_153_sectors() => Assert.Equal(153, Storage.EmbeddedTables.Read("china-2020").Size);
}
