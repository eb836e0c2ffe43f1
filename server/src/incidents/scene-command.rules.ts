/**
 * Who commands at the scene, by class of the incident (文件依据: 现场处置机制).
 * A class the table does not know is commanded by the head of the lead team.
 */
const SCENE_COMMAND: Record<string, string> = {
  涉稳类: '县公安局局长',
  治安类: '县公安局局长',
  救援类: '县政府分管副县长',
  救助类: '县政府分管副县长',
  一般性: '主责队伍负责人',
};

export const sceneCommandPost = (incidentClass: string | null): string =>
  SCENE_COMMAND[incidentClass ?? ''] ?? '主责队伍负责人';
