// The board: what changed is fetched again, many shots are one deed, everything can be reached by keyboard.
import { startChanges } from "./board/changes.js";
import { startInspector } from "./board/inspector.js";
import { startKeys } from "./board/keys.js";
import { startBoardMenus } from "./board/menus.js";
import { startPictures } from "./board/pictures.js";
import { startPlace } from "./board/place.js";
import { startRoving } from "./board/roving.js";
import { startSceneList } from "./board/scenes.js";
import { startSelection } from "./board/selection.js";
import { startSheets } from "./board/sheets.js";
import { startTools } from "./board/tools.js";

startSelection();
startRoving();
startChanges();
startKeys();
startInspector();
startBoardMenus();
startSheets();
startTools();
startSceneList();
startPictures();
startPlace();
