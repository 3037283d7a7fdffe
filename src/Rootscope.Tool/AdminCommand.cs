using System.CommandLine;

namespace Rootscope.Tool;

/// <summary><c>rootscope admin</c>: the care of the discussion of the observatory.</summary>
internal static class AdminCommand
{
    public static Command Create()
    {
        var admin = new Command("admin", "Cares for the discussion of the observatory: who may moderate it, and what it holds.");
        foreach (Command command in (Command[])[.. ModeratorCommands.Create(), .. CommentCommands.Create()])
        {
            admin.Add(command);
        }

        return admin;
    }
}
